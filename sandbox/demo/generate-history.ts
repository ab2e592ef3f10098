import { HISTORY_DAYS, type DeskModel } from './desk-model';
import { generateDay, type DemoOptions } from './generate-day';
import type { TicketScript } from './ticket-script';

/** All desks' tickets of the days before the desk comes alive, by opening time. */
export function generateHistory(
  desks: readonly DeskModel[],
  { days = HISTORY_DAYS, ...options }: DemoOptions & { readonly days?: number },
): readonly TicketScript[] {
  return Array.from({ length: days }, (_, dayIndex) => dayOf(desks, dayIndex, options))
    .flat()
    .sort(byOpening);
}

/** Day after day, without end: what comes in from `fromDay` on, all desks together, by opening time. */
export function* generateOnwards(
  desks: readonly DeskModel[],
  { fromDay = HISTORY_DAYS, ...options }: DemoOptions & { readonly fromDay?: number },
): Generator<{ readonly dayIndex: number; readonly scripts: readonly TicketScript[] }, never> {
  for (let dayIndex = fromDay; ; dayIndex += 1) {
    yield { dayIndex, scripts: [...dayOf(desks, dayIndex, options)].sort(byOpening) };
  }
}

const dayOf = (
  desks: readonly DeskModel[],
  dayIndex: number,
  options: DemoOptions,
): readonly TicketScript[] => desks.flatMap((desk) => generateDay(desk, dayIndex, options));

/** Ids break ties, so that the order is the same everywhere. */
function byOpening(a: TicketScript, b: TicketScript): number {
  if (a.openedAtMs !== b.openedAtMs) return a.openedAtMs - b.openedAtMs;
  return a.id < b.id ? -1 : 1;
}
