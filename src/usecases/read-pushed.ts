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

/**
 * Tickets that the desk deleted, of whichever desk they were.
 *
 * @param deskOf - of tickets that only their episodes are left of; null: nothing is
 */
export async function forgetDeleted(
  deps: Deps,
  ticketIds: readonly string[],
  deskOf: (ticketId: string) => string | null = () => null,
): Promise<void> {
  const at = deps.clock.now();
  const stored = await deps.store.readTickets(ticketIds);
  const known = new Map(stored.map((each) => [each.ticket.id, each.ticket] as const));
  for (const ticketId of ticketIds) {
    const ticket = known.get(ticketId);
    const deskId = ticket?.desk ?? deskOf(ticketId);
    if (deskId === null) continue;
    await deleteTicket(deps, { ticketId, deskId, openedAt: ticket?.openedAt ?? null, at });
  }
}
