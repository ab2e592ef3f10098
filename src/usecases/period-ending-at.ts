import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import type { EpochMs } from '../domain/time';
import type { DeskProfile } from '../domain/outcome/definition';
import type { DayRange } from '../ports/score-store';

/** A period that ends with the day of `asOf` on the clock of a desk or of its settings. */
export function periodEndingAt(
  asOf: EpochMs,
  days: number,
  { timeZone }: Pick<DeskProfile, 'timeZone'>,
): DayRange {
  const toDay = addDays(deskDayOf(asOf, timeZone), 1);
  return { fromDay: addDays(toDay, -days), toDay };
}
