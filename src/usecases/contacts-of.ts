import type { ContactRow, ScoreStore } from '../ports/score-store';
import type { Digest } from '../ports/digest';
import type { Ticket } from '../domain/timeline/ticket';
import { contactKeyOf } from './judge-ticket';

/** For each of many tickets, all tickets of its contact, as stored and as about to be stored. */
export async function readContactsOf(
  { store, digest }: { readonly store: ScoreStore; readonly digest: Digest },
  tickets: readonly Ticket[],
): Promise<(ticket: Ticket) => readonly ContactRow[]> {
  const keys = new Map(tickets.map((ticket) => [ticket.id, contactKeyOf(ticket, digest)] as const));
  const known = [...keys.values()].filter((key): key is string => key !== null);
  const stored = await store.readContacts(known);
  const incoming = new Map<string, ContactRow[]>();
  for (const ticket of tickets) {
    const key = keys.get(ticket.id);
    if (key == null) continue;
    const { id: ticketId, subject, openedAt } = ticket;
    // Rule 10 asks when a contact was opened; when it was resolved matters to others only.
    const row: ContactRow = { ticketId, subject, openedAt, lastResolvedAt: null };
    incoming.set(key, [...(incoming.get(key) ?? []), row]);
  }
  return (ticket) => {
    const key = keys.get(ticket.id);
    if (key == null) return [];
    const fresh = incoming.get(key) ?? [];
    const freshIds = new Set(fresh.map(({ ticketId }) => ticketId));
    const others = (stored.get(key) ?? []).filter(({ ticketId }) => !freshIds.has(ticketId));
    return [...others, ...fresh];
  };
}
