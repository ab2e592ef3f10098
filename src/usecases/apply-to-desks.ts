import type { TicketSnapshot } from '../ports/ticket-source';
import { applySnapshots } from './apply-snapshots';
import type { Deps } from './deps';

/**
 * Takes in whole histories of several desks' tickets. Those of a desk that the app does not know (yet)
 * are left to its backfill.
 *
 * @returns ids of the desks that had any
 */
export async function applyToDesks(
  deps: Deps,
  snapshots: readonly TicketSnapshot[],
): Promise<readonly string[]> {
  const deskIds = [...new Set(snapshots.map(({ ticket }) => ticket.desk))];
  for (const deskId of deskIds) {
    const desk = await deps.store.readDesk(deskId);
    if (desk === null) continue;
    const own = snapshots.filter(({ ticket }) => ticket.desk === deskId);
    await applySnapshots(deps, desk, own);
  }
  return deskIds;
}
