import type { ChangeView } from './settings-changes';

/** What differs, a line per setting. */
export function ChangeList({ changes }: { readonly changes: readonly ChangeView[] }) {
  return (
    <ul className="changes">
      {changes.map(({ field, label, text }) => (
        <li key={field}>
          <strong>{label}</strong> {text}
        </li>
      ))}
    </ul>
  );
}
