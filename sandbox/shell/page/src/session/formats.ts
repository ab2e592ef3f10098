const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How the page writes times and numbers, in English and in the site's zone. */
export interface Formats {
  /** e.g. `Mon 3 Mar 2025, 09:05`. */
  readonly exact: (atMs: number) => string;
  /** With seconds, for the clock. */
  readonly clock: (atMs: number) => string;
  /** From `nowMs` on, e.g. `3 hours ago`. */
  readonly relative: (atMs: number, nowMs: number) => string;
  /** Its two largest units, e.g. `2 d 3 h`; of a negative one, the amount. */
  readonly duration: (ms: number) => string;
  readonly count: (value: number) => string;
  /** To three significant digits. */
  readonly amount: (value: number) => string;
}

export function createFormats(timeZone: string): Formats {
  const dayAndMinute = {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  const exact = new Intl.DateTimeFormat('en-GB', dayAndMinute);
  const clock = new Intl.DateTimeFormat('en-GB', { ...dayAndMinute, second: '2-digit' });
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
  const count = new Intl.NumberFormat('en');
  const amount = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
  return {
    exact: (atMs) => exact.format(atMs),
    clock: (atMs) => clock.format(atMs),
    relative: (atMs, nowMs) => writeRelative(relative, atMs - nowMs),
    duration: writeDuration,
    count: (value) => count.format(value),
    amount: (value) => amount.format(value),
  };
}

function writeRelative(format: Intl.RelativeTimeFormat, ms: number): string {
  const size = Math.abs(ms);
  if (size < MINUTE_MS) return 'just now';
  if (size < HOUR_MS) return format.format(Math.trunc(ms / MINUTE_MS), 'minute');
  if (size < DAY_MS) return format.format(Math.trunc(ms / HOUR_MS), 'hour');
  return format.format(Math.trunc(ms / DAY_MS), 'day');
}

function writeDuration(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE_MS);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
