import { epochMs, type EpochMs } from '../../../domain/time';

/**
 * A time of the log: day first without padding, minute precision, UTC (`29/2/2016 01:16`). null when
 * it is no such time; in particular a month above 12 is refused, never swapped with the day.
 *
 * Read digit by digit: a log has two or three times a row, and expressions would cost as much as all
 * the rest of reading it.
 */
export function parseLogDate(text: string): EpochMs | null {
  const day = digitsAt(text, 0, 1, 2);
  if (day === null || text[day.end] !== '/') return null;
  const month = digitsAt(text, day.end + 1, 1, 2);
  if (month === null || text[month.end] !== '/') return null;
  const year = digitsAt(text, month.end + 1, 4, 4);
  if (year === null || text[year.end] !== ' ') return null;
  const hour = digitsAt(text, year.end + 1, 1, 2);
  if (hour === null || text[hour.end] !== ':') return null;
  const minute = digitsAt(text, hour.end + 1, 2, 2);
  if (minute === null || minute.end !== text.length) return null;
  if (!isDayOfCalendar(year.value, month.value, day.value)) return null;
  if (hour.value > 23 || minute.value > 59) return null;
  return epochMs(Date.UTC(year.value, month.value - 1, day.value, hour.value, minute.value));
}

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isDayOfCalendar(year: number, month: number, day: number): boolean {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && isLeap ? 29 : DAYS_OF_MONTH[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function digitsAt(
  text: string,
  from: number,
  min: number,
  max: number,
): { readonly value: number; readonly end: number } | null {
  let value = 0;
  let end = from;
  while (end - from < max) {
    const digit = text.charCodeAt(end) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    value = value * 10 + digit;
    end += 1;
  }
  return end - from < min ? null : { value, end };
}
