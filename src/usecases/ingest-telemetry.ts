import type { Decision } from '../domain/escalation/decision';
import type { RunRow } from '../ports/run-tables';
import type { TelemetryBatch } from '../ports/telemetry-reader';
import { decideRun } from './decide-run';
import type { Deps } from './deps';
import { foldReceived } from './fold-received';
import { followRuns } from './follow-runs';
import { runIdOf } from './run-id';
import { writeRuns, type TicketRuns } from './write-runs';

/** Whoever sent a batch, as its credential says. */
export interface Sender {
  readonly agentId: string;
  /** https address with `{traceId}` in it; null: no link. */
  readonly traceUrlTemplate: string | null;
}

export interface RunDecision {
  readonly traceId: string;
  readonly ticketKey: string | null;
  readonly decision: Decision;
}

export interface IngestedBatch {
  /** Spans. */
  readonly accepted: number;
  /** Of runs that are complete or ask, on a ticket of a desk with a policy. Others say nothing. */
  readonly decisions: readonly RunDecision[];
}

export type IngestDeps = Pick<Deps, 'store' | 'settings' | 'queue' | 'clock' | 'digest'>;

/**
 * Takes in a batch of spans: they are kept, the runs that they belong to are told anew, and the tickets of
 * complete runs say so. Whatever batches come, in whatever order and how often: the same spans give the
 * same runs. Nothing is undone when it fails on the way; the same batch again completes it.
 *
 * Three statements for up to 500 spans, and four for up to 50 tickets of a desk.
 *
 * @throws when the store cannot be reached
 */
export async function ingestTelemetry(
  deps: IngestDeps,
  sender: Sender,
  batch: TelemetryBatch,
): Promise<IngestedBatch> {
  if (batch.spans.length === 0) return { accepted: 0, decisions: [] };
  const idOf = memoized((traceId) => runIdOf(deps.digest, sender.agentId, traceId));
  const traces = new Map(batch.spans.map(({ traceId }) => [idOf(traceId), traceId]));
  await deps.store.putSpans(
    batch.spans.map(({ traceId, span }) => ({ runId: idOf(traceId), span })),
  );
  const rows = await foldReceived(deps, sender, batch, traces);
  await deps.store.putRuns(rows);
  const written = await writeRuns(deps, ticketsOf(rows));
  await followRuns(deps, written);
  return {
    accepted: batch.spans.length,
    decisions: rows.flatMap(({ ticketId, runId, run }): readonly RunDecision[] => {
      const known = ticketId === null ? undefined : written.cases.get(ticketId);
      const decision = known === undefined ? null : decideRun(known, runId);
      if (known === undefined || decision === null) return [];
      return [{ traceId: run.traceId, ticketKey: known.stored.ticket.key, decision }];
    }),
  };
}

/** The tickets that the runs say something about, now or before. */
function ticketsOf(rows: readonly RunRow[]): ReadonlyMap<string, TicketRuns> {
  const changes = new Map<string, { joining: RunRow[]; leaving: string[] }>();
  const changesOf = (ticketId: string) => {
    const known = changes.get(ticketId) ?? { joining: [], leaving: [] };
    changes.set(ticketId, known);
    return known;
  };
  for (const { ticketId, formerTicketIds, runId, run, hasAsked } of rows) {
    if (!run.isComplete && !hasAsked) continue;
    if (ticketId !== null) changesOf(ticketId);
    for (const former of formerTicketIds) changesOf(former).leaving.push(runId);
  }
  return changes;
}

function memoized(toId: (traceId: string) => string): (traceId: string) => string {
  const ids = new Map<string, string>();
  return (traceId) => {
    const id = ids.get(traceId) ?? toId(traceId);
    ids.set(traceId, id);
    return id;
  };
}
