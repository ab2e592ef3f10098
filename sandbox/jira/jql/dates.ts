import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addMonths,
  addWeeks,
  addYears,
  endOfDay,
  endOfMonth,
  endOfWeek,
  startOfDay,
  startOfMonth,
  startOfWeek,
} from 'date-fns';

export interface DateContext {
  readonly nowMs: number;
  /** The asker's. */
  readonly timeZone: string;
}

const ABSOLUTE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2}))?$/;
const RELATIVE = /^([+-]?)((?:\d+[wdhm]\s*)+)$/;
const PART = /(\d+)([wdhm])/g;
const UNIT_MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
/** A bare number below it is minutes from now, from it on epoch milliseconds. */
const EPOCH_FROM = 1e9;

/** Epoch milliseconds; null for a text that is no date. Dates and times are the asker's. */
export function readJqlDate(text: string, context: DateContext): number | null {
  const absolute = ABSOLUTE.exec(text);
  if (absolute !== null) {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = absolute
      .slice(1)
      .map((part: string | undefined) => Number(part ?? 0));
    const date = new TZDate(year, month - 1, day, hour, minute, context.timeZone);
    const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour < 24;
    return isReal && minute < 60 ? date.getTime() : null;
  }
  const relative = RELATIVE.exec(text.trim());
  if (relative !== null) {
    const [, sign = '', parts = ''] = relative;
    const spanMs = [...parts.matchAll(PART)].reduce(
      (sum, [, count, unit]) => sum + Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS],
      0,
    );
    return context.nowMs + (sign === '-' ? -spanMs : spanMs);
  }
  if (!/^-?\d+$/.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) < EPOCH_FROM ? context.nowMs + number * UNIT_MS.m : number;
}

const BOUNDARIES: Readonly<Record<string, (date: TZDate) => Date>> = {
  startofday: startOfDay,
  endofday: endOfDay,
  startofweek: startOfWeek,
  endofweek: endOfWeek,
  startofmonth: startOfMonth,
  endofmonth: endOfMonth,
};
const SHIFT = /^([+-]?\d+)([dwMy])?$/;

/** `now()`, `startOfDay(-1)`, `endOfMonth("+1M")` and the like; null for an unknown function. */
export function callDateFunction(
  name: string,
  [shift]: readonly string[],
  { nowMs, timeZone }: DateContext,
): number | null {
  const lower = name.toLowerCase();
  if (lower === 'now') return nowMs;
  const boundary = BOUNDARIES[lower];
  if (boundary === undefined) return null;
  const now = new TZDate(nowMs, timeZone);
  if (shift === undefined) return boundary(now).getTime();
  const [, count, unit] = SHIFT.exec(shift) ?? [];
  if (count === undefined) return null;
  const ownUnit = lower.endsWith('day') ? 'd' : lower.endsWith('week') ? 'w' : 'M';
  return boundary(shifted(now, Number(count), unit ?? ownUnit)).getTime();
}

function shifted(date: TZDate, count: number, unit: string): TZDate {
  if (unit === 'd') return addDays(date, count);
  if (unit === 'w') return addWeeks(date, count);
  return unit === 'y' ? addYears(date, count) : addMonths(date, count);
}
