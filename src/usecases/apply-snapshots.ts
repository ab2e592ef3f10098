import { mergeSnapshot } from '../domain/timeline/merge-events';
import type { DeskRow, StoredTicket } from '../ports/score-store';
import type { TicketSnapshot } from '../ports/ticket-source';
import { affectedContacts } from './affected-contacts';
import { readContactsOf } from './contacts-of';
import { EMPTY_TICKET } from './empty-ticket';
import { judgeTicket } from './judge-ticket';
import { rescoreTickets, type RescoreDeps } from './rescore-tickets';
import { writeJudgements, type JudgedTicket } from './write-judgements';

const ATTEMPTS = 4;

/**
 * Takes in whole histories, new or known: they replace what pushes had told. Tickets of the same
 * contacts whose verdict may hang on them are judged again.
 */
export async function applySnapshots(
  deps: RescoreDeps,
  desk: DeskRow,
  snapshots: readonly TicketSnapshot[],
): Promise<void> {
  let left = snapshots;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt >= ATTEMPTS) throw new Error('Tickets were changed by others too many times');
    const refused = new Set(await applyOnce(deps, desk, left, attempt > 0));
    left = left.filter(({ ticket }) => refused.has(ticket.id));
  }
}

async function applyOnce(
  deps: RescoreDeps,
  desk: DeskRow,
  snapshots: readonly TicketSnapshot[],
  isForced: boolean,
): Promise<readonly string[]> {
  const storedById = new Map(
    (await deps.store.readTickets(snapshots.map(({ ticket }) => ticket.id))).map((each) => [
      each.ticket.id,
      each,
    ]),
  );
  // A snapshot older than what is recorded says nothing new; a deleted ticket stays deleted.
  const fresh = snapshots.filter(({ ticket, historyUpTo }) => {
    const stored = storedById.get(ticket.id);
    if (stored === undefined) return true;
    if (stored.deletedAt !== null) return false;
    return stored.historyUpTo === null || historyUpTo >= stored.historyUpTo;
  });
  const now = deps.clock.now();
  const { hasRepeatContact, contactsOf } = await readContactsOf(deps, desk, fresh, now);
  const actors = await deps.settings.readRegistry();
  const judged = fresh.map((snapshot): JudgedTicket => {
    const stored = storedById.get(snapshot.ticket.id) ?? null;
    const next = withSnapshot(stored, snapshot);
    return {
      stored,
      next,
      judgement: judgeTicket({ ...next, hasRepeatContact, desk, actors, now }, deps.digest),
    };
  });
  const refused = await writeJudgements(deps, desk, judged, { now, isForced });
  const around = new Set(
    judged
      .filter(({ stored, next }) => isNewContact(stored, next))
      .flatMap(({ next }) =>
        affectedContacts(next.ticket, contactsOf(next.ticket), desk.definition),
      ),
  );
  for (const { ticket } of fresh) around.delete(ticket.id);
  await rescoreTickets(deps, desk, [...around], { isForced: false });
  return refused;
}

function withSnapshot(stored: StoredTicket | null, snapshot: TicketSnapshot): StoredTicket {
  return {
    ...(stored ?? EMPTY_TICKET),
    ticket: snapshot.ticket,
    events: mergeSnapshot(stored?.events ?? [], snapshot.events, snapshot.historyUpTo),
    historyUpTo: snapshot.historyUpTo,
    needsSnapshot: false,
  };
}

function isNewContact(stored: StoredTicket | null, { ticket }: StoredTicket): boolean {
  if (stored === null) return true;
  const facts = ({ requester, requestType, subject, openedAt }: typeof ticket): string =>
    JSON.stringify([requester, requestType, subject, openedAt]);
  return facts(stored.ticket) !== facts(ticket);
}
