import { TZDate } from '@date-fns/tz';
import { addDays, getISODay } from 'date-fns';

import type { WorkingCalendar } from '../model';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The part of a span that counts: all of it, or the desk's working hours. */
export function workingSpans(span: Span, calendar: WorkingCalendar | null): readonly Span[] {
  if (span.toMs <= span.fromMs) return [];
  if (calendar === null) return [span];
  const spans: Span[] = [];
  let day = new TZDate(span.fromMs, calendar.timeZone);
  day.setHours(0, 0, 0, 0);
  for (; day.getTime() < span.toMs; day = addDays(day, 1)) {
    if (!calendar.days.includes(getISODay(day))) continue;
    const fromMs = Math.max(span.fromMs, atMinute(day, calendar.fromMinute));
    const toMs = Math.min(span.toMs, atMinute(day, calendar.toMinute));
    if (toMs > fromMs) spans.push({ fromMs, toMs });
  }
  return spans;
}

export const isWorking = (atMs: number, calendar: WorkingCalendar | null): boolean =>
  workingSpans({ fromMs: atMs, toMs: atMs + 1 }, calendar).length > 0;

/** By the wall clock, so that a day of 23 or 25 hours keeps its office hours. */
function atMinute(day: TZDate, minute: number): number {
  const moment = new TZDate(day.getTime(), day.timeZone ?? 'UTC');
  moment.setHours(Math.floor(minute / 60), minute % 60, 0, 0);
  return moment.getTime();
}
