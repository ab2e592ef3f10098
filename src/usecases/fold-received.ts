import { boundedRun } from '../domain/run/bounded-run';
import { foldRun } from '../domain/run/fold-run';
import { ticketAddressOf } from '../domain/run/ticket-address';
import type { AgentRun } from '../domain/run/agent-run';
import type { RunRow, RunStanding, RunTicket } from '../ports/run-tables';
import type { TelemetryBatch } from '../ports/telemetry-reader';
import type { Deps } from './deps';
import type { Sender } from './ingest-telemetry';

/** Run ids of a batch, with the traces they are of. */
export type Traces = ReadonlyMap<string, string>;

/**
 * The runs that a batch tells of, as all of their spans in the store tell them, with their tickets.
 * One statement.
 */
export async function foldReceived(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  sender: Sender,
  batch: TelemetryBatch,
  traces: Traces,
): Promise<readonly RunRow[]> {
  const asked = new Set(batch.asking);
  const named = batch.spans.map(({ span }) => addressOf(span.statement));
  const addresses = [...new Set(named.filter((each) => each !== null))];
  const { spans, standings, tickets } = await store.readRunContext({
    runIds: [...traces.keys()],
    addresses,
  });
  const folded = [...traces].map(([runId, traceId]) => {
    const tellings = spans.get(runId) ?? [];
    const run = boundedRun(foldRun(traceId, tellings));
    return { runId, revision: tellings.length, run: withTraceUrl(run, sender) };
  });

  // Another batch was faster to tell of a ticket, and its run is not stored yet.
  const known = new Set<string | null>([null, ...addresses]);
  for (const { address } of standings.values()) known.add(address);
  const others = folded.map(({ run }) => addressOf(run)).filter((each) => !known.has(each));
  const found = await ticketsAt(store, [...new Set(others)]);

  const receivedAt = clock.now();
  return folded.map(({ runId, revision, run }): RunRow => {
    const standing = standings.get(runId) ?? null;
    const address = addressOf(run);
    const place =
      address === null
        ? null
        : (tickets.get(address) ?? found.get(address) ?? placeBefore(standing, address));
    return {
      runId,
      agentId: sender.agentId,
      ticketId: place?.ticketId ?? null,
      deskId: place?.deskId ?? null,
      formerTicketIds: formerTickets(standing, place),
      receivedAt: standing?.receivedAt ?? receivedAt,
      hasAsked: asked.has(run.traceId) || standing?.hasAsked === true,
      revision,
      run,
    };
  });
}

const addressOf = ({ ticketRef }: { readonly ticketRef: string | null }): string | null =>
  ticketRef === null ? null : ticketAddressOf(ticketRef);

async function ticketsAt(
  store: Pick<Deps['store'], 'readRunContext'>,
  addresses: readonly (string | null)[],
): Promise<ReadonlyMap<string, RunTicket>> {
  const named = addresses.filter((each) => each !== null);
  if (named.length === 0) return new Map();
  return (await store.readRunContext({ runIds: [], addresses: named })).tickets;
}

/** An issue that was moved has another key by now, and is the same ticket. */
function placeBefore(standing: RunStanding | null, address: string): RunTicket | null {
  if (standing?.ticketId == null || standing.deskId === null) return null;
  if (standing.address !== address) return null;
  return { ticketId: standing.ticketId, deskId: standing.deskId };
}

function formerTickets(standing: RunStanding | null, place: RunTicket | null): readonly string[] {
  const former = new Set(standing?.formerTicketIds);
  if (standing?.ticketId != null) former.add(standing.ticketId);
  if (place !== null) former.delete(place.ticketId);
  return [...former].sort();
}

const withTraceUrl = (run: AgentRun, { traceUrlTemplate }: Sender): AgentRun =>
  run.traceUrl !== null || traceUrlTemplate === null
    ? run
    : {
        ...run,
        traceUrl: traceUrlTemplate.replaceAll('{traceId}', encodeURIComponent(run.traceId)),
      };
