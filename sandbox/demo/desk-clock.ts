import { TZDate } from '@date-fns/tz';
import { addDays, differenceInCalendarDays, getISODay, startOfDay } from 'date-fns';

import type { Chance } from './chance';

/** When somebody is about, on the local clock; hours from midnight, `fromHour` inside, `toHour` outside. */
export interface Presence {
  readonly fromHour: number;
  readonly toHour: number;
  readonly isOnWeekends: boolean;
}

export const OFFICE_HOURS: Presence = { fromHour: 8, toHour: 18, isOnWeekends: false };
export const WAKING_HOURS: Presence = { fromHour: 7, toHour: 23, isOnWeekends: true };

/** Local time of one desk: its days are calendar days in its zone, clock changes included. */
export interface DeskClock {
  /** 0 is Monday. */
  weekday(dayIndex: number): number;
  /** A moment of that day by its local time; what a clock change leaves out moves an hour. */
  momentMs(dayIndex: number, hour: number, minuteOfHour: number): number;
  dayIndexOf(atMs: number): number;
  /**
   * The moment within presence nearest to `atMs`, later than `afterMs` if `atMs` is. People do not
   * all start at the stroke of the hour, so a moved moment is scattered.
   */
  nearestPresence(
    at: { readonly atMs: number; readonly afterMs: number },
    presence: Presence,
    chance: Chance,
  ): number;
}

const MINUTE_MS = 60_000;
const SCATTER_MINUTES = 75;

/**
 * @param startDay - day 0 of the demo, `YYYY-MM-DD`
 * @param timeZone - IANA
 */
export function createDeskClock(startDay: string, timeZone: string): DeskClock {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(startDay)) {
    throw new Error(`startDay: "${startDay}" is no day, write it as YYYY-MM-DD`);
  }
  const [year = 0, month = 1, day = 1] = startDay.split('-').map(Number);
  const midnight = (dayIndex: number): TZDate =>
    new TZDate(year, month - 1, day + dayIndex, 0, 0, 0, timeZone);

  return {
    weekday: (dayIndex) => getISODay(midnight(dayIndex)) - 1,
    momentMs: (dayIndex, hour, minuteOfHour) =>
      Math.round(atHour(midnight(dayIndex), hour) + minuteOfHour * MINUTE_MS),
    dayIndexOf: (atMs) => differenceInCalendarDays(new TZDate(atMs, timeZone), midnight(0)),
    nearestPresence({ atMs, afterMs }, presence, chance) {
      const local = new TZDate(atMs, timeZone);
      if (isPresent(local, presence)) return atMs;
      const scatterMs = chance.between(1, SCATTER_MINUTES) * MINUTE_MS;
      const endedMs = previousEndMs(local, presence);
      const startsMs = nextStartMs(local, presence);
      const isBackwardNearer = atMs - endedMs < startsMs - atMs;
      if (isBackwardNearer && endedMs - scatterMs > afterMs) return endedMs - scatterMs;
      return startsMs + scatterMs;
    },
  };
}

const isWorkday = (local: TZDate, presence: Presence): boolean =>
  presence.isOnWeekends || getISODay(local) <= 5;

const isPresent = (local: TZDate, presence: Presence): boolean =>
  isWorkday(local, presence) &&
  local.getHours() >= presence.fromHour &&
  local.getHours() < presence.toHour;

/** Setting the hour on a local day, instead of adding hours, keeps 9 o'clock at 9 when clocks change. */
function atHour(midnight: TZDate, hour: number): number {
  const moment = new TZDate(midnight.getTime(), midnight.timeZone);
  moment.setHours(hour, 0, 0, 0);
  return moment.getTime();
}

function previousEndMs(local: TZDate, presence: Presence): number {
  let day = startOfDay(local);
  if (local.getHours() < presence.toHour) day = addDays(day, -1);
  while (!isWorkday(day, presence)) day = addDays(day, -1);
  return atHour(day, presence.toHour);
}

function nextStartMs(local: TZDate, presence: Presence): number {
  let day = startOfDay(local);
  if (local.getHours() >= presence.fromHour) day = addDays(day, 1);
  while (!isWorkday(day, presence)) day = addDays(day, 1);
  return atHour(day, presence.fromHour);
}
