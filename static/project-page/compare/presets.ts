import type { DayRange, DeskTrend } from '../../../src/contract';
import { MAX_COMPARED_DAYS } from '../../../src/contract/catalogue';
import { addDays, daysBetween, isSameRange, periodEndingWith } from '../place/days';

export interface TwoPeriods {
  readonly earlier: DayRange;
  readonly later: DayRange;
}

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
  const days = Math.min(MAX_COMPARED_DAYS, daysBetween(day, today) + 1);
  return {
    earlier: { fromDay: addDays(day, -days), toDay: day },
    later: { fromDay: day, toDay: addDays(day, days) },
  };
}

/** Whether the app compares them: one after the other, and neither too long. */
export const areComparable = ({ earlier, later }: TwoPeriods): boolean =>
  earlier.toDay <= later.fromDay &&
  [earlier, later].every(({ fromDay, toDay }) => daysBetween(fromDay, toDay) <= MAX_COMPARED_DAYS);

/** Those that an answer compares. */
export const periodsOf = ({ earlier, later }: TwoPeriods): TwoPeriods => ({
  earlier: { fromDay: earlier.fromDay, toDay: earlier.toDay },
  later: { fromDay: later.fromDay, toDay: later.toDay },
});

/** Which preset two periods are; null for others. */
export const presetOf = (periods: TwoPeriods, today: string): (typeof PRESET_DAYS)[number] | null =>
  PRESET_DAYS.find((days) => {
    const { earlier, later } = lastDays(today, days);
    return isSameRange(earlier, periods.earlier) && isSameRange(later, periods.later);
  }) ?? null;
