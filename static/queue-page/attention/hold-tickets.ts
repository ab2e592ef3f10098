import type { AttentionTicket } from '../../../src/contract';

/** Rows of a list on the page; the search has them all. */
export const SHOWN_TICKETS = 5;

/** An episode by its ticket. */
export const ticketKey = ({ issueId, episode }: AttentionTicket): string =>
  `${issueId}#${String(episode)}`;

/**
 * Keeps rows in their places while the list is read again, so that nobody clicks on another ticket
 * than the one they saw. What left the list leaves; what comes after fills up at the end.
 *
 * @param held - keys of the rows on the screen, in their order
 */
export function holdTickets(
  held: readonly string[],
  tickets: readonly AttentionTicket[],
): { readonly shown: readonly AttentionTicket[]; readonly isBehind: boolean } {
  const byKey = new Map(tickets.map((ticket) => [ticketKey(ticket), ticket]));
  const kept = held.flatMap((key) => byKey.get(key) ?? []);
  const rest = tickets.filter((ticket) => !kept.includes(ticket));
  const shown = [...kept, ...rest].slice(0, SHOWN_TICKETS);
  return { shown, isBehind: shown.some((ticket, index) => ticket !== tickets[index]) };
}
