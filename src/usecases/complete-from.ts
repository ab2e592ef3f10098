import type { EpochMs } from '../domain/time';
import type { DeskRow } from '../ports/score-store';

/** Figures are complete from here; null until the history is read, and what was read is in them. */
export function completeFromOf({ standing, backfill }: DeskRow): EpochMs | null {
  const isComputedWhole =
    backfill.status === 'done' &&
    backfill.finishedAt !== null &&
    standing !== null &&
    standing.asOf >= backfill.finishedAt;
  return isComputedWhole ? backfill.completeFrom : null;
}
