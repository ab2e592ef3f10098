import type { PreviewResult, PreviewState, ReadPreviewInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import { scorecardOf } from '../domain/kpi/score';
import type { PreviewRow } from '../ports/score-store';
import type { Deps } from './deps';

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
  const lastDay = deskDayOf(asOf, current.settings.timeZone);
  return {
    asOf: new Date(asOf).toISOString(),
    period: {
      days: periodDays,
      fromDay: addDays(lastDay, 1 - periodDays),
      toDay: addDays(lastDay, 1),
    },
    current: scorecardOf(current.tally),
    draft: scorecardOf(draft.tally),
    moves: [...moves].sort((a, b) => b.episodes - a.episodes),
  };
}
