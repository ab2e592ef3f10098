import { ok, type Result } from '../domain/app-error';
import { TALLY_FORMAT } from '../domain/kpi/tally';
import { epochMs } from '../domain/time';
import type { DeskRow } from '../ports/score-store';
import { computeWindows } from './compute-windows';
import type { Budget, Deps } from './deps';
import { rebuildRollups } from './rebuild-rollups';
import { updateDesk } from './update-desk';

/** Brings roll-ups, windows and the desk's standing up to this moment. */
export async function computeRollups(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  const { deskId, standing: former } = desk;
  await rebuildOldFormat(deps, desk);
  const now = deps.clock.now();
  const days = await deps.store.listMaturedDays(deskId, former?.asOf ?? epochMs(0), now);
  if (days.length > 0) await deps.store.markDays(deskId, days, deps.newMark());
  if ((await rebuildRollups(deps, desk, now, budget)) === 'more') return ok('more');
  await computeWindows(deps, desk, now);
  const standing = await deps.store.computeStanding(deskId, now);
  await updateDesk(deps, deskId, (current) => ({
    ...current,
    standing: { ...standing, tallyFormat: TALLY_FORMAT },
  }));
  return ok('done');
}

/** Roll-ups that an older version computed lack what this one tells: all days are marked, once. */
async function rebuildOldFormat(deps: Deps, { deskId, standing }: DeskRow): Promise<void> {
  if (standing === null || standing.tallyFormat === TALLY_FORMAT) return;
  await deps.store.markAllDays(deskId, deps.newMark());
  await updateDesk(deps, deskId, (current) => ({
    ...current,
    standing: current.standing === null ? null : { ...current.standing, tallyFormat: TALLY_FORMAT },
  }));
}
