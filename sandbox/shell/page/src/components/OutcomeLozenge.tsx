import Lozenge, { type ThemeAppearance } from '@atlaskit/lozenge';

const APPEARANCES: ReadonlyMap<string, ThemeAppearance> = new Map<string, ThemeAppearance>([
  ['AI-resolved', 'success'],
  ['AI-resolved (pending)', 'success'],
  ['Escalated', 'inprogress'],
  ['Reversed', 'removed'],
  ['Ambiguous', 'moved'],
  ['Abandoned', 'moved'],
  ['Open', 'new'],
]);

/** The app's field. Pending is subtle: the same word with less weight. */
export function OutcomeLozenge({ outcome }: { readonly outcome: string | null }) {
  if (outcome === null) return <span className="muted">–</span>;
  const isPending = outcome.endsWith('(pending)');
  return (
    <span className={isPending ? 'lozenge lozenge-subtle' : 'lozenge'}>
      <Lozenge appearance={APPEARANCES.get(outcome) ?? 'default'}>{outcome}</Lozenge>
    </span>
  );
}
