import type { AgentRun } from '../domain/run/agent-run';
import type { SpanFacts } from '../domain/run/span-facts';
import type { EpochMs } from '../domain/time';

/** A span on its way into the store, with the run it belongs to. */
export interface RunSpan {
  /** `runIdOf` its sender and its trace: one sender cannot touch another's runs. */
  readonly runId: string;
  readonly span: SpanFacts;
}

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

/** Where a run's ticket is. */
export interface RunTicket {
  readonly ticketId: string;
  readonly deskId: string;
  readonly openedAt: EpochMs;
}

export interface RunTables {
  /** Replaces by (run, span). One statement a chunk of 500. */
  putSpans(spans: readonly RunSpan[]): Promise<void>;
  /**
   * All spans of these runs, the runs' rows as they are, and the tickets that go by these keys.
   * One statement.
   */
  readRunContext(query: {
    readonly runIds: readonly string[];
    /** Issue keys, upper case; numeric ids are ticket ids already. */
    readonly ticketRefs: readonly string[];
  }): Promise<{
    readonly spans: ReadonlyMap<string, readonly SpanFacts[]>;
    readonly rows: ReadonlyMap<string, RunRow>;
    readonly tickets: ReadonlyMap<string, RunTicket>;
  }>;
  /** Writes runs, unless a telling by more spans is there. One statement. */
  putRuns(rows: readonly RunRow[]): Promise<void>;
  /** In time order. One statement a chunk of 250 tickets. */
  readRunsOfTickets(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunRow[]>>;
  /** Unmatched runs whose ticket is known by now. One statement. */
  listMatchableRuns(
    limit: number,
  ): Promise<readonly { readonly row: RunRow; readonly ticket: RunTicket }[]>;
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
