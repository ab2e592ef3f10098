import { mergeEvents } from '../domain/timeline/merge-events';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { DeskRow, RunRow, StoredTicket } from '../ports/score-store';
import type { HandOffCase } from './decide-hand-off';
import type { Deps } from './deps';

const ATTEMPTS = 6;

/** What changed around one ticket. */
export interface TicketRuns {
  /** Runs that the store does not have for the ticket yet. */
  readonly joining: readonly RunRow[];
  /** Runs that were taken for the ticket's and are not. */
  readonly leaving: readonly string[];
}

/** What is known of the tickets afterwards, by id. Unknown and deleted tickets are left out. */
export interface WrittenRuns {
  readonly cases: ReadonlyMap<string, HandOffCase>;
  /** They wait for their episodes. */
  readonly unsettled: readonly StoredTicket[];
}

/**
 * Makes the timelines of these tickets say what their runs do: complete ones are events. Four statements
 * for up to 50 tickets of a desk, and nothing is written that is there already.
 *
 * A ticket is read before its runs: what its timeline had by then, the runs have, too.
 */
export async function writeRuns(
  { store, settings }: Pick<Deps, 'store' | 'settings'>,
  changes: ReadonlyMap<string, TicketRuns>,
): Promise<WrittenRuns> {
  const cases = new Map<string, HandOffCase>();
  const unsettled = new Map<string, StoredTicket>();
  const desks = new Map<string, DeskRow | null>();
  let left: readonly string[] = [...changes.keys()];
  if (left.length === 0) return { cases, unsettled: [] };
  const actors = await settings.readRegistry();
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt >= ATTEMPTS) throw new Error('Tickets were changed by others too many times');
    const tickets = (await store.readTickets(left)).filter(({ deletedAt }) => deletedAt === null);
    const ids = tickets.map(({ ticket }) => ticket.id);
    if (ids.length === 0) break;
    const attempts = await store.readAttemptsOfTickets(ids);
    const changed: StoredTicket[] = [];
    for (const stored of tickets) {
      const { id, desk: deskId } = stored.ticket;
      if (!desks.has(deskId)) desks.set(deskId, await store.readDesk(deskId));
      const desk = desks.get(deskId) ?? null;
      if (desk === null) continue;
      const { joining, leaving } = changes.get(id) ?? { joining: [], leaving: [] };
      const runs = newestOf(attempts.runs.get(id) ?? [], joining);
      const next = withRuns(stored, runs, leaving);
      if (next !== null) changed.push(next);
      if (next !== null || !stored.isSettled) unsettled.set(id, next ?? stored);
      const handOffs = attempts.handOffs.get(id) ?? [];
      cases.set(id, { stored: next ?? stored, desk, actors, runs, handOffs });
    }
    left = changed.length === 0 ? [] : await store.saveTicketEvents(changed);
  }
  return { cases, unsettled: [...unsettled.values()] };
}

function newestOf(stored: readonly RunRow[], joining: readonly RunRow[]): readonly RunRow[] {
  if (joining.length === 0) return stored;
  const byId = new Map(stored.map((row) => [row.runId, row]));
  for (const row of joining) {
    const known = byId.get(row.runId);
    if (known === undefined || known.revision < row.revision) byId.set(row.runId, row);
  }
  return [...byId.values()].sort(
    (a, b) => a.run.endedAt - b.run.endedAt || (a.runId < b.runId ? -1 : 1),
  );
}

/** null: the timeline says so already. */
function withRuns(
  stored: StoredTicket,
  runs: readonly RunRow[],
  leaving: readonly string[],
): StoredTicket | null {
  const gone = new Set(leaving);
  for (const { runId } of runs) gone.delete(runId);
  const kept = stored.events.filter(({ origin, key }) => origin !== 'app' || !gone.has(key));
  const told = runs.filter(({ run }) => run.isComplete).map(toEvent);
  const events = mergeEvents(kept, told);
  if (JSON.stringify(events) === JSON.stringify(stored.events)) return null;
  return { ...stored, events, isSettled: false, version: stored.version + 1 };
}

const toEvent = ({ runId, agentId, revision, run }: RunRow): RecordedEvent => ({
  origin: 'app',
  key: runId,
  revision,
  event: {
    kind: 'agent-run',
    at: run.endedAt,
    startedAt: run.startedAt,
    // Whose credential it was decides; what spans say of names is information only.
    actor: { id: agentId, kind: 'ai-agent' },
    result: run.result ?? 'unresolved',
    confidence: run.confidence,
    verifiedActions: run.verifiedActions,
    reason: run.handOffReason,
  },
});
