import type { AgentRun } from '../domain/run/agent-run';
import type { EpochMs } from '../domain/time';

export interface RunRow {
  readonly runId: string;
  /** Actor id of the registered AI agent whose credential sent it. */
  readonly agentId: string;
  /** null: no ticket is known by what the run names, or it names none. */
  readonly ticketId: string | null;
  readonly deskId: string | null;
  /** Of the sender's first batch. */
  readonly receivedAt: EpochMs;
  readonly run: AgentRun;
}

export interface RunTables {
  /** Replaces by run. One statement a chunk of 200. */
  putRuns(rows: readonly RunRow[]): Promise<void>;
  /** In time order. One statement a chunk of 250 tickets. */
  readRunsOfTickets(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunRow[]>>;
  /** Runs without a ticket, by agent. One statement. */
  countUnmatchedRuns(): Promise<
    readonly { readonly agentId: string; readonly runs: number; readonly lastReceivedAt: EpochMs }[]
  >;
  /** Runs of all desks above `after` (ended, id), ascending: for exports. One statement. */
  listRuns(query: {
    readonly after: { readonly endedAt: EpochMs; readonly runId: string } | null;
    readonly upTo: EpochMs;
    readonly limit: number;
  }): Promise<readonly RunRow[]>;
}
