import Skeleton from '@atlaskit/skeleton';

const LINES = ['40%', '100%', '100%', '100%', '70%'];

/** Lines in the place of what is coming. */
export function Loading({ label }: { readonly label: string }) {
  return (
    <div className="loading" role="status" aria-label={label}>
      {LINES.map((width, line) => (
        <Skeleton key={line} width={width} height="20px" isShimmering />
      ))}
    </div>
  );
}
