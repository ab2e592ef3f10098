import type { Chance } from './chance';
import { COMMENT_TEXTS, type CommentOccasion } from './comment-texts';
import { OFFICE_HOURS, WAKING_HOURS, type DeskClock } from './desk-clock';
import type { DeskModel, RequestTypeModel } from './desk-model';
import type { ScriptWriter } from './script-writer';
import type { ScriptActor } from './ticket-script';

/** What those who work on one ticket have at hand. */
export interface TicketCase {
  readonly desk: DeskModel;
  readonly requestType: RequestTypeModel;
  readonly chance: Chance;
  readonly clock: DeskClock;
  readonly writer: ScriptWriter;
}

/** Who brought a ticket to its end; that decides what may come after it. */
export type ClosedBy = 'ai' | 'people' | 'requester' | 'rule' | 'withdrawn';

export const REQUESTER: ScriptActor = { role: 'requester' };
export const AI: ScriptActor = { role: 'ai' };
export const RULE: ScriptActor = { role: 'rule' };

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** The closing rule closes what waits for its requester this long. */
export const SILENCE_MS = 5 * DAY_MS;

export function say(
  { writer, chance }: TicketCase,
  by: ScriptActor,
  occasion: CommentOccasion,
  { isPublic }: { readonly isPublic: boolean } = { isPublic: true },
): void {
  writer.comment(by, { isPublic, text: chance.one<string>(COMMENT_TEXTS[occasion]) });
}

/** People act in office hours: at the office moment nearest to the planned one. */
export function waitForPeople({ writer, clock, chance }: TicketCase, plannedMs: number): void {
  const afterMs = writer.nowMs();
  const atMs = Math.max(plannedMs, afterMs + chance.between(15, 60) * SECOND_MS);
  writer.waitUntil(clock.nearestPresence({ atMs, afterMs }, OFFICE_HOURS, chance));
}

/** Requesters act while they are awake. */
export function waitForRequester({ writer, clock, chance }: TicketCase, plannedMs: number): void {
  const afterMs = writer.nowMs();
  const atMs = Math.max(plannedMs, afterMs + chance.between(15, 60) * SECOND_MS);
  writer.waitUntil(clock.nearestPresence({ atMs, afterMs }, WAKING_HOURS, chance));
}

/** Machines act at once, at any hour. */
export function waitForMachine(
  { writer, chance }: TicketCase,
  seconds: readonly [from: number, to: number],
): void {
  writer.wait(chance.between(...seconds) * SECOND_MS);
}

/** Nobody says anything for five days; the rule, which runs hourly, then closes the ticket. */
export function closeSilently(ticket: TicketCase): ClosedBy {
  const { writer, chance } = ticket;
  writer.wait(SILENCE_MS + chance.between(0, 1) * HOUR_MS);
  if (chance.happens(0.6)) say(ticket, RULE, 'ruleSilence');
  writer.resolve(RULE, 'resolved', 'Done');
  return 'rule';
}

/** The requester takes the request back. */
export function withdraw(ticket: TicketCase, by: ScriptActor = REQUESTER): ClosedBy {
  say(ticket, REQUESTER, 'requesterWithdraws');
  waitForMachine(ticket, [5, 120]);
  ticket.writer.resolve(by, 'canceled', 'Cancelled');
  return 'withdrawn';
}
