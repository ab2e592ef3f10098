import type { TrendPoint } from '../contract';
import { addDays } from '../domain/kpi/desk-day';
import { perMttr } from '../domain/kpi/mttr';
import { scorecardOf } from '../domain/kpi/score';
import { mergeTallies, type Tally } from '../domain/kpi/tally';
import { meanOf } from '../domain/kpi/tally-summary';
import type { DeskDay } from '../domain/time';
import type { DayRange, DaySummary } from '../ports/score-store';
import { timeIntervals } from './time-intervals';

/** Tallies are of our own making; a broken one throws rather than counting as nothing. */
export const parseTally = (text: string): Tally => JSON.parse(text) as Tally;

export interface DayTally {
  readonly day: DeskDay;
  readonly tally: Tally;
}

export const toDayTally = ({ day, summary }: DaySummary): DayTally => ({
  day,
  tally: parseTally(summary),
});

/** The tallies of a range, merged. */
export const tallyWithin = (days: readonly DayTally[], { fromDay, toDay }: DayRange): Tally =>
  mergeTallies(days.filter(({ day }) => day >= fromDay && day < toDay).map(({ tally }) => tally));

/** Whole buckets that end with the period; the first may begin before it and is cut. */
export function trendPoints(
  days: readonly DayTally[],
  { fromDay, toDay }: DayRange,
  bucketDays: 1 | 7,
): readonly TrendPoint[] {
  const points: TrendPoint[] = [];
  for (let end = toDay; end > fromDay; end = addDays(end, -bucketDays)) {
    const whole = addDays(end, -bucketDays);
    const start = whole < fromDay ? fromDay : whole;
    points.unshift(pointOf(days, { fromDay: start, toDay: end }));
  }
  return points;
}

function pointOf(days: readonly DayTally[], range: DayRange): TrendPoint {
  const tally = tallyWithin(days, range);
  const { rates, provisional } = scorecardOf({ ...tally, durations: {} });
  return {
    day: range.fromDay,
    days: daysIn(range),
    rates,
    timeToResolveMs: perMttr((name) => meanOf(tally, name)),
    timeIntervalsMs: timeIntervals(tally),
    isProvisional: Object.values(provisional).some((count) => count > 0),
  };
}

function daysIn({ fromDay, toDay }: DayRange): number {
  let days = 0;
  for (let day = fromDay; day < toDay; day = addDays(day, 1)) days += 1;
  return days;
}
