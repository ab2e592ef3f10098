import { ok, type Result } from '../domain/app-error';
import { deleteTicket } from './delete-ticket';
import type { Deps } from './deps';
import { takeInChanges } from './take-in-changes';

/** Reads tickets of which somebody said that they changed. What was said is not believed: the desk is asked. */
export async function readPushed(
  deps: Deps,
  ticketIds: readonly string[],
): Promise<Result<'read' | 'nothing-to-do'>> {
  if ((await deps.connections.read()) === null) return ok('nothing-to-do');
  const read = await deps.feed.readTickets(ticketIds);
  if (!read.ok) return read;
  for (const { ticketId, reason } of read.value.unreadable) {
    deps.log.warn('feed.ticket-unreadable', { ticketId, reason });
  }
  await takeInChanges(deps, read.value.snapshots);
  await forgetDeleted(deps, read.value.deleted);
  return ok('read');
}

/** Tickets that the desk deleted, of whichever desk they were. */
export async function forgetDeleted(deps: Deps, ticketIds: readonly string[]): Promise<void> {
  const at = deps.clock.now();
  for (const { ticket, deletedAt } of await deps.store.readTickets(ticketIds)) {
    if (deletedAt !== null) continue;
    const { id: ticketId, desk: deskId, openedAt } = ticket;
    await deleteTicket(deps, { ticketId, deskId, openedAt, at });
  }
}
