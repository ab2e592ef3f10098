import { ok, type Result } from '../domain/app-error';
import { epochMs } from '../domain/time';
import { auditAct, SITE } from './audit-act';
import { hasTime, type Budget, type Deps } from './deps';

/**
 * Deletes all that is kept of a desk that is to leave, a chunk at a time and the desk itself last: what is cut off
 * goes on in another job, and what is done twice finds nothing. That it happened stays in the site's audit.
 */
export async function forgetDesk(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'digest'>,
  deskId: string,
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  const desk = await deps.store.readDesk(deskId);
  if (desk?.isLeaving !== true) return ok('nothing-to-do');
  while ((await deps.store.forgetTickets(deskId)) === 'more') {
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
