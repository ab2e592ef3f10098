import type { PeriodBefore } from '../contract';
import { meanChange, rateChanges } from '../domain/kpi/comparison';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import { perMttr } from '../domain/kpi/mttr';
import { ratesOf } from '../domain/kpi/score';
import type { Tally } from '../domain/kpi/tally';
import { meanOf } from '../domain/kpi/tally-summary';
import type { DayRange, DeskRow } from '../ports/score-store';
import { completeFrom } from './report-frame';
import { tallyWithin, type DayTally } from './trend-points';
import { momentsIn } from './time-intervals';

/** The period of the same length right before. */
export const periodBefore = ({ fromDay }: DayRange, days: number): DayRange => ({
  fromDay: addDays(fromDay, -days),
  toDay: fromDay,
});

/**
 * What the period before says, and what changed since. It has no quantiles, so the small summaries of
 * its days are enough: means and variances are exact in them.
 *
 * @returns null when figures are not complete for the whole of it
 */
export function describeBefore(
  desk: DeskRow,
  days: readonly DayTally[],
  range: DayRange,
  current: Tally,
): PeriodBefore | null {
  const complete = completeFrom(desk);
  if (complete === null || deskDayOf(complete, desk.profile.timeZone) > range.fromDay) return null;
  const tally = tallyWithin(days, range);
  const rates = ratesOf(tally);
  return {
    period: range,
    rates,
    timeToResolveMs: perMttr((name) => meanOf(tally, name)),
    changes: rateChanges(ratesOf(current), rates),
    timeChangesMs: perMttr((name) => meanChange(momentsIn(current, name), momentsIn(tally, name))),
  };
}
