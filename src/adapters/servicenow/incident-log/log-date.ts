import { epochMs, type EpochMs } from '../../../domain/time';

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})$/;

/**
 * A time of the log: day first without padding, minute precision, UTC (`29/2/2016 01:16`). null when
 * it is no such time; in particular a month above 12 is refused, never swapped with the day.
 */
export function parseLogDate(text: string): EpochMs | null {
  const match = DAY_FIRST.exec(text);
  if (match === null) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  if (hour > 23 || minute > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const isOfCalendar = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isOfCalendar ? epochMs(at.getTime()) : null;
}
