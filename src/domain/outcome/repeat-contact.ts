import { isSimilarSubject } from '../timeline/similar-subject';
import type { Ticket } from '../timeline/ticket';
import { HOUR_MS, type EpochMs } from '../time';
import type { Definition } from './definition';

/** What rule 10 knows of another ticket. */
export interface Contact {
  readonly ticketId: string;
  readonly desk: string;
  readonly requester: string | null;
  readonly requestType: string | null;
  readonly subject: readonly string[];
  readonly openedAt: EpochMs;
}

/** Was a resolution at `resolvedAt` followed by a repeat contact? */
export type RepeatContactTest = (ticket: Ticket, resolvedAt: EpochMs) => boolean;

/**
 * Rule 10: another ticket of the same desk, known requester and known request type, with a similar
 * subject (unless the setting is `any`), opened in `[resolvedAt, resolvedAt + window)` and not after
 * `asOf`.
 *
 * @param others - any tickets, the asked one included: it is no contact of itself
 */
export function createRepeatContactTest(
  others: Iterable<Contact>,
  { definition, asOf }: { readonly definition: Definition; readonly asOf: EpochMs },
): RepeatContactTest {
  if (definition.repeatContact === 'off') return () => false;
  const byContact = groupByContact(others);
  const windowMs = definition.windowHours * HOUR_MS;

  return (ticket, resolvedAt) => {
    const key = contactKey(ticket);
    const candidates = key === null ? undefined : byContact.get(key);
    if (candidates === undefined) return false;
    for (let i = firstOpenedFrom(candidates, resolvedAt); i < candidates.length; i += 1) {
      const other = candidates[i];
      if (other === undefined || other.openedAt >= resolvedAt + windowMs) return false;
      if (other.openedAt > asOf) return false;
      if (other.ticketId === ticket.id) continue;
      if (definition.repeatContact === 'any') return true;
      if (isSimilarSubject(ticket.subject, other.subject)) return true;
    }
    return false;
  };
}

/** Tickets with the same key are contacts of one person about one kind of thing; null: not comparable. */
export function contactKey(ticket: {
  readonly desk: string;
  readonly requester: string | null;
  readonly requestType: string | null;
}): string | null {
  if (ticket.requester === null || ticket.requestType === null) return null;
  return JSON.stringify([ticket.desk, ticket.requester, ticket.requestType]);
}

function groupByContact(others: Iterable<Contact>): ReadonlyMap<string, readonly Contact[]> {
  const groups = new Map<string, Contact[]>();
  for (const other of others) {
    const key = contactKey(other);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [other]);
    else group.push(other);
  }
  for (const group of groups.values()) group.sort((a, b) => a.openedAt - b.openedAt);
  return groups;
}

/** Index of the first contact opened at or after `from`. */
function firstOpenedFrom(sorted: readonly Contact[], from: EpochMs): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.openedAt ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
