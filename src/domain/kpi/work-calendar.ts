import { tz } from '@date-fns/tz';
import { addDays, addMinutes, format, getISODay, isBefore, startOfDay } from 'date-fns';

import { durationMs, type DurationMs, type EpochMs } from '../time';

/** Minutes since local midnight, half-open, within one day: `{ from: 540, to: 1020 }` is 9 to 17. */
export interface WorkHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The hours in which a desk works, on its own clock. */
export interface WorkCalendar {
  /** IANA zone, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Seven lists, Monday first; sorted and not overlapping; an empty list is a day off. */
  readonly weeklyHours: readonly (readonly WorkHours[])[];
  /** Local days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/**
 * Working time between two moments, in milliseconds. Hours are read off the wall clock, so a day on
 * which the clock changes inside working hours is as long as it really was. 0 when `to` is not after
 * `from`.
 */
export function businessMs(calendar: WorkCalendar, from: EpochMs, to: EpochMs): DurationMs {
  const zone = tz(calendar.timeZone);
  const holidays = new Set(calendar.holidays);
  let totalMs = 0;
  for (
    let day = startOfDay(from, { in: zone });
    isBefore(day, to);
    day = startOfDay(addDays(day, 1, { in: zone }), { in: zone })
  ) {
    if (holidays.has(format(day, 'yyyy-MM-dd', { in: zone }))) continue;
    for (const hours of calendar.weeklyHours[getISODay(day, { in: zone }) - 1] ?? []) {
      const opens = wallClock(day, hours.fromMinute);
      const closes = wallClock(day, hours.toMinute);
      totalMs += Math.max(0, Math.min(to, closes) - Math.max(from, opens));
    }
  }
  return durationMs(totalMs);
}

/** The moment at which the wall clock shows that minute of the day. */
function wallClock(day: Date, minuteOfDay: number): number {
  const next = addMinutes(day, 0);
  next.setHours(0, minuteOfDay, 0, 0);
  return next.getTime();
}
