import { ok, type Result } from '../domain/app-error';
import { epochMs } from '../domain/time';
import { auditAct, SITE } from './audit-act';
import { hasTime, type Budget, type Deps } from './deps';

const TICKETS_AT_ONCE = 250;

type ForgetDeps = Pick<Deps, 'store' | 'queue' | 'clock' | 'digest'>;

/**
 * Deletes all that is kept of a desk that is to leave, a chunk at a time and the desk itself last: what is cut off
 * goes on in another job, and what is done twice finds nothing. Runs of agents stay, without a ticket. That it
 * happened stays in the site's audit.
 */
export async function forgetDesk(
  deps: ForgetDeps,
  deskId: string,
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  const desk = await deps.store.readDesk(deskId);
  if (desk?.isLeaving !== true) return ok('nothing-to-do');
  while (await forgetSome(deps, deskId)) {
    if (hasTime(budget)) continue;
    await deps.queue.push([{ kind: 'forget-desk', deskId }]);
    return ok('more');
  }
  // Lines of exports say what became of tickets, and not of which desk.
  await deps.store.dropFeedbackExports(epochMs(deps.clock.now() + 1));
  await auditAct(deps, SITE, { action: 'desk-forgotten', detail: { deskId } });
  await deps.store.forgetDesk(deskId);
  return ok('done');
}

/** False when there was none left. */
async function forgetSome({ store }: ForgetDeps, deskId: string): Promise<boolean> {
  const ticketIds = await store.listTicketsToForget(deskId, TICKETS_AT_ONCE);
  if (ticketIds.length === 0) return false;
  const { runs } = await store.readAttemptsOfTickets(ticketIds);
  const placed = [...runs.values()].flat();
  if (placed.length > 0) {
    await store.putRuns(
      placed.map((run) => ({ ...run, ticketId: null, deskId: null, formerTicketIds: [] })),
    );
  }
  await store.forgetTickets(ticketIds);
  return true;
}
