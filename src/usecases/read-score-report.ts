import { err, ok, type Result } from '../domain/app-error';
import { scorecardOf } from '../domain/kpi/score';
import { mergeTallies } from '../domain/kpi/tally';
import type { DeskScoreReport, ReadScoreReportInput } from '../contract';
import type { Deps } from './deps';
import { parseTally } from './trend-points';
import { isoOrNull } from './wire-time';

/** A desk's KPIs over all of its days, as a score report tells them. */
export async function readScoreReport(
  deps: Pick<Deps, 'store' | 'access'>,
  { project }: ReadScoreReportInput,
): Promise<Result<DeskScoreReport>> {
  const allowed = await deps.access.canViewDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const desk = await deps.store.readDesk(allowed.value.deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const rows = await deps.store.readRollups({
    deskId: desk.deskId,
    dimension: 'all',
    fromDay: null,
    toDay: null,
  });
  return ok({
    desk: desk.key,
    asOf: isoOrNull(desk.standing?.asOf ?? null),
    definition: desk.definition,
    score: scorecardOf(mergeTallies(rows.map(({ tally }) => parseTally(tally)))),
  });
}
