import { useSession } from '../session/session';

/** Relative to the site's now; exact on hover. */
export function SiteTime({ atMs }: { readonly atMs: number }) {
  const { formats, state } = useSession();
  return (
    <time dateTime={new Date(atMs).toISOString()} title={formats.exact(atMs)}>
      {formats.relative(atMs, state.nowMs)}
    </time>
  );
}
