import type { PreviewResult, PreviewState, ReadPreviewInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { scorecardOf } from '../domain/kpi/score';
import type { PreviewRow } from '../ports/score-store';
import type { Deps } from './deps';
import { periodEndingAt } from './period-ending-at';
import { iso } from './wire-time';

/** How far a preview has got, or what came of it: one statement. */
export async function readPreview(
  deps: Pick<Deps, 'store' | 'access'>,
  { project, previewId }: ReadPreviewInput,
): Promise<Result<PreviewState>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const preview = await deps.store.readPreview(allowed.value.deskId);
  if (preview === null) return err({ kind: 'not-found-or-not-permitted' });
  if (preview.previewId !== previewId) return ok({ status: 'superseded' });
  const { isDone, ticketsDone, ticketsTotal } = preview;
  if (!isDone) {
    const total = Math.max(ticketsDone, ticketsTotal);
    return ok({ status: 'running', ticketsDone, ticketsTotal: total });
  }
  return ok({ status: 'done', tickets: ticketsDone, result: toResult(preview) });
}

function toResult({ asOf, periodDays, current, draft, moves }: PreviewRow): PreviewResult {
  return {
    asOf: iso(asOf),
    period: { days: periodDays, ...periodEndingAt(asOf, periodDays, current.settings) },
    current: scorecardOf(current.tally),
    draft: scorecardOf(draft.tally),
    moves: [...moves].sort((a, b) => b.episodes - a.episodes),
  };
}
