/** A button, since the address's hash is the page's route. */
export function SkipLink({ targetId }: { readonly targetId: string }) {
  return (
    <button
      type="button"
      className="skip-link"
      onClick={() => document.getElementById(targetId)?.focus()}
    >
      Skip to content
    </button>
  );
}
