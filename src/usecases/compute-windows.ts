import { PERIOD_DAYS } from '../contract/catalogue';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import { mergeTallies, type Tally } from '../domain/kpi/tally';
import type { DeskDay, EpochMs } from '../domain/time';
import type { DeskRow, WindowRow } from '../ports/score-store';
import type { Deps } from './deps';

/** First and last day of a period that ends with the day of `asOf`, on the desk's clock. */
export function periodEndingAt(
  asOf: EpochMs,
  days: number,
  { profile }: DeskRow,
): { readonly fromDay: DeskDay; readonly lastDay: DeskDay } {
  const lastDay = deskDayOf(asOf, profile.timeZone);
  return { fromDay: addDays(lastDay, 1 - days), lastDay };
}

/** Merges the roll-ups of the last days into one tally for each period that a page can show. */
export async function computeWindows(
  { store }: Pick<Deps, 'store'>,
  desk: DeskRow,
  asOf: EpochMs,
): Promise<void> {
  const { deskId, definitionVersion } = desk;
  const { fromDay, lastDay } = periodEndingAt(asOf, Math.max(...PERIOD_DAYS), desk);
  const rows = await store.readRollups({ deskId, dimension: 'all', fromDay, toDay: lastDay });
  const tallies = rows.map(({ day, tally }) => ({ day, tally: JSON.parse(tally) as Tally }));
  await store.putWindows(
    PERIOD_DAYS.map((days): WindowRow => {
      const from = periodEndingAt(asOf, days, desk).fromDay;
      const inside = tallies.filter(({ day }) => day >= from).map(({ tally }) => tally);
      const tally = JSON.stringify(mergeTallies(inside));
      return { deskId, days, definitionVersion, tally, computedAt: asOf };
    }),
  );
}
