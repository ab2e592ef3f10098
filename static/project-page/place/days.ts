import type { DayRange } from '../../../src/contract';

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that the calendar has, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  DAY.test(text) && !Number.isNaN(msOf(text)) && dayAt(msOf(text)) === text;

/** Days later, or earlier when negative. */
export const addDays = (day: string, days: number): string => dayAt(msOf(day) + days * DAY_MS);

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((msOf(to) - msOf(from)) / DAY_MS);

/** The day that a calendar in that time zone shows at an instant. */
export function dayIn(iso: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The days that end with the given one. */
export const periodEndingWith = (lastDay: string, days: number): DayRange => ({
  fromDay: addDays(lastDay, 1 - days),
  toDay: addDays(lastDay, 1),
});

/** The contract's end is outside of a range; people read the last day that is inside. */
export const lastDayOf = ({ toDay }: DayRange): string => addDays(toDay, -1);

export const isSameRange = (a: DayRange, b: DayRange): boolean =>
  a.fromDay === b.fromDay && a.toDay === b.toDay;

const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
