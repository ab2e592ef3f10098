import { err, type Result } from '../domain/app-error';
import type { TicketVerdict } from '../contract';
import type { EpochMs } from '../domain/time';
import type { StoredTicket } from '../ports/score-store';
import type { Deps } from './deps';
import { mayOverride } from './may-override';
import { recordChange, type RecordDeps } from './record-change';
import { tellTicketVerdict } from './tell-ticket-verdict';

export type DecideDeps = RecordDeps & Pick<Deps, 'access' | 'connections'>;

/**
 * A change of a ticket's outcome that a person makes: asked whether they may, recorded like any other
 * change, and told to the desk's figures.
 *
 * @param next - the scored ticket after the decision; null when it changes nothing
 * @returns the verdict as it stands then
 */
export async function decideByHand(
  deps: DecideDeps,
  issue: string,
  next: (stored: StoredTicket, now: EpochMs) => StoredTicket | null,
): Promise<Result<TicketVerdict>> {
  const asked = await deps.access.readTicketRoles({ idOrKey: issue });
  if (!asked.ok) return asked;
  const { ticket, roles } = asked.value;
  const { deskId } = ticket.desk;
  const desk = await deps.store.readDesk(deskId);
  if (desk === null || !mayOverride(roles, desk)) return NOT_YOURS;

  const recorded = await recordChange(deps, {
    deskId,
    ticketId: ticket.ticketId,
    openedAt: ticket.openedAt,
    next: (stored, now) => (isScored(stored) ? next(stored, now) : null),
    registerDesk: () => Promise.resolve(null),
  });
  // At once: the person who decided looks at the figures next.
  if (recorded === 'recorded') await deps.queue.push([{ kind: 'refresh-rollups', deskId }]);
  const told = await tellTicketVerdict(deps, ticket);
  return told.ok && told.value.episodes.length === 0 ? NOT_YOURS : told;
}

const isScored = (stored: StoredTicket | null): stored is StoredTicket =>
  stored !== null && stored.deletedAt === null;

const NOT_YOURS = err({ kind: 'not-found-or-not-permitted' });
