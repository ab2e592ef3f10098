import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import type { EpochMs } from '../domain/time';
import type { DayRange, DeskRow } from '../ports/score-store';

/** A period that ends with the day of `asOf` on the desk's clock. */
export function periodEndingAt(asOf: EpochMs, days: number, { profile }: DeskRow): DayRange {
  const toDay = addDays(deskDayOf(asOf, profile.timeZone), 1);
  return { fromDay: addDays(toDay, -days), toDay };
}
