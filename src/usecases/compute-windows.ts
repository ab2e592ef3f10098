import { PERIOD_DAYS } from '../contract/catalogue';
import { mergeTallies } from '../domain/kpi/tally';
import { windowSummaryOf } from '../domain/kpi/window-summary';
import type { EpochMs } from '../domain/time';
import type { DeskRow, WindowRow } from '../ports/score-store';
import type { Deps } from './deps';
import { periodEndingAt } from './period-ending-at';
import { parseTally } from './trend-points';

/** Merges the roll-ups of the last days into one tally for each period that a page can show. */
export async function computeWindows(
  { store }: Pick<Deps, 'store'>,
  desk: DeskRow,
  asOf: EpochMs,
): Promise<void> {
  const { deskId, definitionVersion } = desk;
  const { fromDay, toDay } = periodEndingAt(asOf, Math.max(...PERIOD_DAYS), desk.profile);
  const rows = await store.readRollups({ deskId, dimension: 'all', fromDay, toDay });
  const tallies = rows.map(({ day, tally }) => ({ day, tally: parseTally(tally) }));
  await store.putWindows(
    PERIOD_DAYS.map((days): WindowRow => {
      const from = periodEndingAt(asOf, days, desk.profile).fromDay;
      const inside = tallies
        .filter(({ day }) => day >= from && day < toDay)
        .map(({ tally }) => tally);
      const merged = mergeTallies(inside);
      return {
        deskId,
        days,
        definitionVersion,
        tally: JSON.stringify(merged),
        summary: JSON.stringify(windowSummaryOf(merged)),
        computedAt: asOf,
      };
    }),
  );
}
