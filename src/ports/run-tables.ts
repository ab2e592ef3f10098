import type { AgentRun } from '../domain/run/agent-run';
import type { SpanFacts } from '../domain/run/span-facts';
import type { EpochMs } from '../domain/time';
import type { HandOffRow } from './hand-off-tables';

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
  /** Tickets that it was taken to be about before more of it was told. */
  readonly formerTicketIds: readonly string[];
  /** Of the sender's first batch. */
  readonly receivedAt: EpochMs;
  /** The sender asked about it before it ended, and was answered. */
  readonly hasAsked: boolean;
  /**
   * Number of different tellings of spans that it is folded from, and the revision of its event. Grows
   * only: of two states of a run the one of more is newer.
   */
  readonly revision: number;
  readonly run: AgentRun;
}

/** What is stored of a run, the run itself left out. */
export type RunStanding = Pick<
  RunRow,
  'ticketId' | 'deskId' | 'formerTicketIds' | 'receivedAt' | 'hasAsked'
> & {
  /** As `ticketAddressOf` gives it. */
  readonly address: string | null;
};

/** Where a run's ticket is. */
export interface RunTicket {
  readonly ticketId: string;
  readonly deskId: string;
}

export interface RunContext {
  /** All tellings of the spans of the runs, by run. */
  readonly spans: ReadonlyMap<string, readonly SpanFacts[]>;
  readonly standings: ReadonlyMap<string, RunStanding>;
  /** By `ticketAddressOf`: of the addresses asked for, and of those that the stored runs name. */
  readonly tickets: ReadonlyMap<string, RunTicket>;
}

export interface RunTables {
  /** Keeps each different telling of a span once. One statement a chunk of 500. */
  putSpans(spans: readonly RunSpan[]): Promise<void>;
  /** One statement, and another for each 2 MB of spans more. Deleted tickets are none. */
  readRunContext(query: {
    readonly runIds: readonly string[];
    readonly addresses: readonly string[];
  }): Promise<RunContext>;
  /** Writes runs, unless a newer state of a run is there. One statement a chunk of 200. */
  putRuns(rows: readonly RunRow[]): Promise<void>;
  /**
   * The tickets' runs, in time order, and their hand-offs. One statement a chunk of 250 tickets, and
   * another for each 2 MB of runs more.
   */
  readAttemptsOfTickets(ticketIds: readonly string[]): Promise<{
    readonly runs: ReadonlyMap<string, readonly RunRow[]>;
    readonly handOffs: ReadonlyMap<string, readonly HandOffRow[]>;
  }>;
  /**
   * Runs without a ticket, of the desk's tickets that are known by now. One statement.
   *
   * @param query - `ticketIds` null: of all
   */
  listMatchableRuns(query: {
    readonly deskId: string;
    readonly ticketIds: readonly string[] | null;
    readonly limit: number;
  }): Promise<readonly { readonly row: RunRow; readonly ticket: RunTicket }[]>;
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
