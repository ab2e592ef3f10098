import type { DayRange, DeskTrend } from '../../../src/contract';
import { addDays, daysBetween, periodEndingWith } from '../place/days';

export interface TwoPeriods {
  readonly earlier: DayRange;
  readonly later: DayRange;
}

/** The app compares no longer ones. */
export const MOST_DAYS = 366;
export const PRESET_DAYS = [7, 30, 90] as const;

/** The last days against as many right before them. */
export function lastDays(today: string, days: number): TwoPeriods {
  const later = periodEndingWith(today, days);
  return { earlier: { fromDay: addDays(later.fromDay, -days), toDay: later.fromDay }, later };
}

/** All days since the last change of the definition against as many before; null without a change. */
export function aroundLastChange(
  changes: DeskTrend['definitionChanges'],
  today: string,
): TwoPeriods | null {
  const change = changes.findLast(({ day }) => day <= today);
  if (change === undefined) return null;
  const { day } = change;
  const days = Math.min(MOST_DAYS, daysBetween(day, today) + 1);
  return {
    earlier: { fromDay: addDays(day, -days), toDay: day },
    later: { fromDay: day, toDay: addDays(day, days) },
  };
}

/** Which preset two periods are; null for others. */
export const presetOf = (periods: TwoPeriods, today: string): (typeof PRESET_DAYS)[number] | null =>
  PRESET_DAYS.find((days) => {
    const { earlier, later } = lastDays(today, days);
    return isSame(earlier, periods.earlier) && isSame(later, periods.later);
  }) ?? null;

const isSame = (a: DayRange, b: DayRange): boolean =>
  a.fromDay === b.fromDay && a.toDay === b.toDay;
