const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** `YYYY-MM-DD HH:MM:SS`, UTC; what is below a second is cut off, as an instance does. */
export function toInstanceTime(atMs: number): string {
  const seconds = Math.floor(atMs / 1_000);
  if (lastTime?.seconds !== seconds) {
    const text = new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
    lastTime = { seconds, text };
  }
  return lastTime.text;
}

/** One write stamps many rows. */
let lastTime: { readonly seconds: number; readonly text: string } | null = null;

/** Epoch milliseconds of such a time; null when it is none, or empty. */
export function fromInstanceTime(text: string): number | null {
  return isInstanceTime(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : null;
}

export const isInstanceTime = (text: string): boolean =>
  TIME.test(text) && !Number.isNaN(Date.parse(`${text.replace(' ', 'T')}Z`));

/** A duration is a date counted from 1970-01-01. */
export const toInstanceDuration = (ms: number): string => toInstanceTime(Math.max(0, ms));

/** A time as the instance shows it to people, in their zone. */
export function shownTime(text: string, timeZone: string): string {
  const atMs = fromInstanceTime(text);
  return atMs === null ? text : formatterOf(timeZone).format(atMs);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  // Swedish writes the date as the instance does.
  const formatter = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
