import type { Texts } from '../texts/texts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const A_MONDAY_MS = Date.UTC(2024, 0, 1);
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

export interface TimeFormat {
  /** `3 Mar 2026`, of an instant on the viewer's clock or of a calendar day as it is. */
  readonly date: (iso: string) => string;
  /** `3 Mar`, for axes. */
  readonly shortDate: (iso: string) => string;
  /** `3 – 9 Mar 2026`, of two calendar days, both inside. */
  readonly dayRange: (firstDay: string, lastDay: string) => string;
  /** `3 Mar, 14:05`: where the year goes without saying. */
  readonly shortDateTime: (iso: string) => string;
  /** `3 Mar 2026, 14:05 – 16:30`. */
  readonly timeRange: (from: string, to: string) => string;
  /** `3 Mar 2026, 14:05`. */
  readonly dateTime: (iso: string) => string;
  /** To the second and with the zone's name: what is shown on hover. */
  readonly exactTime: (iso: string) => string;
  /** `09:00`, of a minute of the day on any clock; 1,440 is midnight again. */
  readonly clockTime: (minuteOfDay: number) => string;
  /** Monday is 0. */
  readonly weekday: (day: number, style: 'short' | 'long') => string;
  /** `4 min ago`; a time that has not come yet is `just now`, since clocks differ. */
  readonly ago: (iso: string, nowMs: number) => string;
}

export function createTimeFormat(locale: string, timeZone: string, t: Texts): TimeFormat {
  const formatter = (options: Intl.DateTimeFormatOptions, zone = timeZone): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const inBothZones = (options: Intl.DateTimeFormatOptions): ((iso: string) => string) => {
    const instant = formatter(options);
    // A calendar day is no instant: shifting it to the viewer's zone would name the day before.
    const calendarDay = formatter(options, 'UTC');
    return (iso) =>
      CALENDAR_DAY.test(iso)
        ? calendarDay.format(new Date(`${iso}T00:00:00Z`))
        : instant.format(new Date(iso));
  };
  const days = formatter({ dateStyle: 'medium' }, 'UTC');
  const shortDateTime = formatter({
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const dateTime = formatter({ dateStyle: 'medium', timeStyle: 'short' });
  const exactTime = formatter({ dateStyle: 'full', timeStyle: 'long' });
  const clock = formatter({ hour: '2-digit', minute: '2-digit' }, 'UTC');
  const weekdays = {
    short: formatter({ weekday: 'short' }, 'UTC'),
    long: formatter({ weekday: 'long' }, 'UTC'),
  };

  return {
    date: inBothZones({ dateStyle: 'medium' }),
    shortDate: inBothZones({ day: 'numeric', month: 'short' }),
    dayRange: (firstDay, lastDay) =>
      days.formatRange(new Date(`${firstDay}T00:00:00Z`), new Date(`${lastDay}T00:00:00Z`)),
    shortDateTime: (iso) => shortDateTime.format(new Date(iso)),
    timeRange: (from, to) => dateTime.formatRange(new Date(from), new Date(to)),
    dateTime: (iso) => dateTime.format(new Date(iso)),
    exactTime: (iso) => exactTime.format(new Date(iso)),
    clockTime: (minuteOfDay) => clock.format(new Date(minuteOfDay * MINUTE_MS)),
    weekday: (day, style) => weekdays[style].format(new Date(A_MONDAY_MS + day * DAY_MS)),
    ago: (iso, nowMs) => {
      const elapsedMs = nowMs - Date.parse(iso);
      if (elapsedMs < MINUTE_MS) return t('ago.now');
      if (elapsedMs < HOUR_MS)
        return t('ago.minutes', { amount: Math.floor(elapsedMs / MINUTE_MS) });
      if (elapsedMs < 2 * DAY_MS)
        return t('ago.hours', { amount: Math.floor(elapsedMs / HOUR_MS) });
      return t('ago.days', { amount: Math.floor(elapsedMs / DAY_MS) });
    },
  };
}
