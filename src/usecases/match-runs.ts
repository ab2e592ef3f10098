import type { RunRow } from '../ports/run-tables';
import { hasTime, type Budget } from './deps';
import { followRuns } from './follow-runs';
import type { IngestDeps } from './ingest-telemetry';
import { writeRuns } from './write-runs';

const RUNS_AT_ONCE = 50;

/**
 * Joins runs to tickets that became known after them. The tickets' timelines are written first: until
 * the runs say so as well, they are looked for again.
 *
 * @param query - `ticketIds` null: to whichever tickets of the desk
 */
export async function matchRuns(
  deps: IngestDeps,
  query: { readonly deskId: string; readonly ticketIds: readonly string[] | null },
  budget: Budget,
): Promise<'done' | 'more'> {
  if (query.ticketIds?.length === 0) return 'done';
  while (hasTime(budget)) {
    const found = await deps.store.listMatchableRuns({ ...query, limit: RUNS_AT_ONCE });
    if (found.length === 0) return 'done';
    const rows = found.map(({ row, ticket }): RunRow => ({
      ...row,
      ...ticket,
      formerTicketIds: row.formerTicketIds.filter((each) => each !== ticket.ticketId),
    }));
    const joining = new Map<string, RunRow[]>();
    for (const { ticket } of found) joining.set(ticket.ticketId, []);
    for (const row of rows) if (row.ticketId !== null) joining.get(row.ticketId)?.push(row);
    const written = await writeRuns(
      deps,
      new Map([...joining].map(([id, runs]) => [id, { joining: runs, leaving: [] }])),
    );
    await deps.store.putRuns(rows);
    await followRuns(deps, written);
  }
  return 'more';
}
