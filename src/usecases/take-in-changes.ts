import type { TicketSnapshot } from '../ports/ticket-source';
import { applySnapshots } from './apply-snapshots';
import type { Deps } from './deps';
import { refreshSoon } from './refresh-soon';
import { tagSettled } from './tag-tickets';

const IDS_PER_JOB = 100;

/**
 * Takes in whole histories of several desks' tickets, with all that follows at once where a desk pushes an
 * event: tags, figures within minutes, and runs that named a ticket before the app knew it. Tickets of a desk
 * that the app does not know (yet) are left to its backfill.
 */
export async function takeInChanges(
  deps: Deps,
  snapshots: readonly TicketSnapshot[],
): Promise<void> {
  for (const deskId of new Set(snapshots.map(({ ticket }) => ticket.desk))) {
    const desk = await deps.store.readDesk(deskId);
    if (desk === null) continue;
    const own = snapshots.filter(({ ticket }) => ticket.desk === deskId);
    await applySnapshots(deps, desk, own);
    // What changed nothing that is kept was read all the same: the nightly comparison need not do so again.
    await deps.store.raiseStamps(
      own.map(({ ticket, historyUpTo }) => ({ ticketId: ticket.id, historyUpTo })),
    );
    const ticketIds = own.map(({ ticket }) => ticket.id);
    for (let i = 0; i < ticketIds.length; i += IDS_PER_JOB) {
      const some = ticketIds.slice(i, i + IDS_PER_JOB);
      await tag(deps, some);
      await deps.queue.push([{ kind: 'match-runs', deskId, ticketIds: some }]);
    }
    await refreshSoon(deps, deskId);
  }
}

/** What is not written now is written when the hour strikes. */
async function tag(deps: Deps, ticketIds: readonly string[]): Promise<void> {
  const tagged = await tagSettled(deps, ticketIds);
  if (!tagged.ok) deps.log.warn('tag.postponed', { reason: tagged.error.kind });
}
