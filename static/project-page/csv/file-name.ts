import type { DayRange } from '../../../src/contract';
import { lastDayOf } from '../place/days';

/** `firstline_IT_rate-aiResolution_2026-02-01_2026-03-02.csv`: both days are inside. */
export function csvFileName(desk: string, subject: string, period: DayRange | null): string {
  const days = period === null ? [] : [period.fromDay, lastDayOf(period)];
  const parts = ['firstline', desk, subject, ...days];
  return `${parts.map((part) => part.replaceAll(/[^A-Za-z0-9-]+/g, '-')).join('_')}.csv`;
}
