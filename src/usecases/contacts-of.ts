import type { Definition } from '../domain/outcome/definition';
import {
  createRepeatContactTest,
  type Contact,
  type RepeatContactTest,
} from '../domain/outcome/repeat-contact';
import { DAY_MS, epochMs, type EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';
import type { Digest } from '../ports/digest';
import type { ContactRow, DeskRow, ScoreStore } from '../ports/score-store';
import { contactKeyOf } from './judge-ticket';

/** The longest window a definition may have: contacts further apart cannot concern each other. */
const LONGEST_WINDOW_MS = 31 * DAY_MS;

/** What was opened and resolved before then cannot concern a ticket opened at `openedAt`. */
export const contactsFrom = (openedAt: EpochMs): EpochMs =>
  epochMs(Math.max(0, openedAt - LONGEST_WINDOW_MS));

export interface Contacts {
  /** Rule 10's test for any of the tickets. */
  readonly hasRepeatContact: RepeatContactTest;
  /** The same by another definition than the desk's. */
  readonly hasRepeatContactBy: (definition: Definition) => RepeatContactTest;
  /** Tickets of the same contact, near in time. */
  readonly contactsOf: (ticket: Ticket) => readonly ContactRow[];
}

interface Dated {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
}

/**
 * The contacts of many tickets at once, as stored and as these are about to be stored. Only those
 * near in time are read: an account that opens a ticket a minute has no end of them.
 */
export async function readContactsOf(
  { store, digest }: { readonly store: ScoreStore; readonly digest: Digest },
  { definition }: DeskRow,
  dated: readonly Dated[],
  now: EpochMs,
): Promise<Contacts> {
  const keyOf = new Map(
    dated.map(({ ticket }) => [ticket.id, contactKeyOf(ticket, digest)] as const),
  );
  const keys = [...keyOf.values()].filter((key): key is string => key !== null);
  const stored = await store.readContacts(keys, spanOf(dated));

  const byKey = new Map<string, ContactRow[]>();
  const contacts: Contact[] = [];
  const tickets = new Map(dated.map(({ ticket }) => [ticket.id, ticket] as const));
  const seen = new Set<string>();
  for (const { ticket } of dated) {
    const key = keyOf.get(ticket.id);
    if (key == null) continue;
    const { id: ticketId, subject, openedAt } = ticket;
    // Rule 10 asks when a contact was opened; when it was resolved matters to others only.
    const rows: ContactRow[] = [{ ticketId, subject, openedAt, lastResolvedAt: null }];
    if (!seen.has(key)) {
      seen.add(key);
      rows.push(...(stored.get(key) ?? []).filter((row) => !tickets.has(row.ticketId)));
    }
    const group = byKey.get(key) ?? [];
    byKey.set(key, group);
    for (const row of rows) {
      group.push(row);
      contacts.push({ ...ticket, ...row });
    }
  }
  const hasRepeatContactBy = (by: Definition): RepeatContactTest =>
    createRepeatContactTest(contacts, { definition: by, asOf: now });
  return {
    hasRepeatContact: hasRepeatContactBy(definition),
    hasRepeatContactBy,
    contactsOf: (ticket) => byKey.get(keyOf.get(ticket.id) ?? '') ?? [],
  };
}

/** From a window before the first opening to a window after the last thing that happened. */
function spanOf(dated: readonly Dated[]): { readonly from: EpochMs; readonly to: EpochMs } {
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const { ticket, events } of dated) {
    first = Math.min(first, ticket.openedAt);
    last = Math.max(last, ticket.openedAt, events.at(-1)?.event.at ?? 0);
  }
  if (dated.length === 0) return { from: epochMs(0), to: epochMs(0) };
  return { from: contactsFrom(epochMs(first)), to: epochMs(last + LONGEST_WINDOW_MS) };
}
