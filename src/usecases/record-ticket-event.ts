import { ok, type Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import { mergeEvents } from '../domain/timeline/merge-events';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';
import type { DeskRow, StoredTicket } from '../ports/score-store';
import type { TicketChange } from '../ports/ticket-change';
import { deleteTicket } from './delete-ticket';
import type { Deps } from './deps';
import { EMPTY_TICKET } from './empty-ticket';
import { newDesk } from './new-desk';
import { recordChange } from './record-change';

/**
 * A pushed event → timeline → verdict → tag. Delivery may be twice, late and out of order: the
 * result is that of the events, not of their arrival.
 *
 * @returns whether anything came of it
 */
export async function recordTicketEvent(
  deps: Deps,
  payload: unknown,
): Promise<Result<'recorded' | 'known-already' | 'irrelevant'>> {
  const read = await deps.changes.read(payload);
  if (!read.ok) return read;
  const change = read.value;
  if (change.kind === 'irrelevant') return ok('irrelevant');
  if (change.kind === 'deleted') {
    await deleteTicket(deps, change);
    return ok('recorded');
  }
  const isOfTicket = change.kind === 'changed';
  return ok(
    await recordChange(deps, {
      deskId: isOfTicket ? change.ticket.desk : change.deskId,
      ticketId: isOfTicket ? change.ticket.id : change.ticketId,
      openedAt: isOfTicket ? change.ticket.openedAt : change.openedAt,
      ticketKey: isOfTicket ? change.ticket.key : null,
      next: (stored) => nextState(stored, change),
      registerDesk: () => registerDesk(deps, change),
    }),
  );
}

type Told = Exclude<TicketChange, { readonly kind: 'deleted' | 'irrelevant' }>;

/** The ticket after the change; null when it changes nothing. */
function nextState(stored: StoredTicket | null, change: Told): StoredTicket | null {
  if (stored?.deletedAt != null) return null;
  const before = stored?.events ?? [];
  const events = eventsAfter(stored, change);
  const isKnown =
    events.length === before.length && events.every((each, i) => isSame(each, before[i]));
  const isChanged = change.kind === 'changed';
  const deletedComments = deletedAfter(stored, change);
  const isRemembered = deletedComments.length === (stored?.deletedComments.length ?? 0);
  if (
    stored?.isSettled === true &&
    isKnown &&
    isRemembered &&
    !(isChanged && change.changesFacts)
  ) {
    return null;
  }
  if (stored === null && !isChanged) return null;
  const ticket = stored?.ticket ?? (isChanged ? change.ticket : null);
  if (ticket === null) return null;
  return {
    ...(stored ?? EMPTY_TICKET),
    ticket: { ...ticket, nativeResolvedAt: nativeResolvedAt(ticket, events) },
    events,
    deletedComments,
    needsSnapshot:
      stored === null ||
      stored.needsSnapshot ||
      (isChanged && change.changesFacts) ||
      !areConnected(events),
  };
}

function eventsAfter(stored: StoredTicket | null, change: Told): readonly RecordedEvent[] {
  const before = stored?.events ?? [];
  if (change.kind === 'comment-deleted') {
    return before.filter(({ origin, key }) => origin !== 'comment' || key !== change.commentId);
  }
  const upTo = stored?.historyUpTo ?? null;
  const isTold = ({ origin, key, event }: RecordedEvent): boolean =>
    (origin === 'push' && upTo !== null && event.at <= upTo) ||
    (origin === 'comment' && stored?.deletedComments.includes(key) === true);
  return mergeEvents(
    before,
    change.events.filter((each) => !isTold(each)),
  );
}

function deletedAfter(stored: StoredTicket | null, change: Told): readonly string[] {
  const before = stored?.deletedComments ?? [];
  if (change.kind !== 'comment-deleted' || before.includes(change.commentId)) return before;
  return [...before, change.commentId];
}

const isSame = (a: RecordedEvent, b: RecordedEvent | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Does each pushed status change start where the one before ended? If not, one is missing. */
function areConnected(events: readonly RecordedEvent[]): boolean {
  let status: string | null = null;
  for (const { event, cameFrom } of events) {
    if (event.kind !== 'status') continue;
    if (status !== null && cameFrom !== undefined && cameFrom !== status) return false;
    status = event.status;
  }
  return true;
}

/**
 * The desk's own field follows the resolutions that changes set and clear; a move from done to done
 * leaves it. Told anew from all changes, so that their order of arrival does not matter.
 */
function nativeResolvedAt(ticket: Ticket, events: readonly RecordedEvent[]): EpochMs | null {
  const isPushedMove = ({ origin, event }: RecordedEvent): boolean =>
    origin === 'push' && event.kind === 'status';
  if (!events.some(isPushedMove)) return ticket.nativeResolvedAt;
  let resolvedAt: EpochMs | null = null;
  for (const { event } of events) {
    if (event.kind !== 'status') continue;
    if (event.category !== 'done') resolvedAt = null;
    else if (event.resolution !== null) resolvedAt = event.at;
  }
  return resolvedAt;
}

/** A desk that was made after the app was installed. */
async function registerDesk(deps: Deps, change: Told): Promise<DeskRow | null> {
  if (change.kind !== 'changed') return null;
  const desks = await deps.source.listDesks();
  const timeZone = desks.ok
    ? desks.value.find(({ deskId }) => deskId === change.ticket.desk)?.timeZone
    : undefined;
  await deps.store.saveDesk(
    newDesk(
      { deskId: change.ticket.desk, key: change.deskKey, timeZone: timeZone ?? 'UTC' },
      deps.clock.now(),
    ),
  );
  await deps.queue.push([{ kind: 'backfill-desk', deskId: change.ticket.desk }]);
  return deps.store.readDesk(change.ticket.desk);
}
