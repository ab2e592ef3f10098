import type { Verdict } from '../domain/outcome/verdict';
import type { Definition, DeskProfile } from '../domain/outcome/definition';
import type { DeskDay, EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';

/** A ticket as stored: facts, events, and how far scoring and tagging have got with them. */
export interface StoredTicket {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
  /** The version whose verdicts were written and tagged; lower than `version` means work is left. */
  readonly settledVersion: number;
  /** The verdicts as last settled, so that the next scoring can tell what changed. */
  readonly settledVerdicts: readonly SettledVerdict[];
  /** What the ticket's tags said when last written, as `tagFingerprint`; null before the first. */
  readonly tagFingerprint: string | null;
  /** The desk's `updated` stamp of the newest state seen; null before any. */
  readonly sourceUpdatedAt: EpochMs | null;
  /** The desk's own history should be read once: facts are missing, or a change did not connect. */
  readonly needsSnapshot: boolean;
  /** Number and hash of the ticket's last audit entry; 0 and '' before the first. */
  readonly auditSeq: number;
  readonly auditHash: string;
  readonly deletedAt: EpochMs | null;
}

/** Enough of a settled verdict to see a change and to find the roll-up day it counted on. */
export interface SettledVerdict {
  readonly fingerprint: string;
  readonly day: DeskDay;
  readonly outcome: string;
  readonly rule: string;
}

/** Another ticket of the same desk, requester and request type (rule 10). */
export interface ContactRow {
  readonly ticketId: string;
  readonly subject: readonly string[];
  readonly openedAt: EpochMs;
  /** Latest resolution; null while open. */
  readonly lastResolvedAt: EpochMs | null;
}

/** One row per episode: what roll-ups are made of and what a drill-down lists. */
export interface EpisodeRow extends Verdict {
  readonly ticketId: string;
  readonly deskId: string;
  readonly requestType: string | null;
  readonly priority: string | null;
  /** Day of `decidedAt`, else of `openedAt`, on the desk's clock. */
  readonly day: DeskDay;
  readonly definitionVersion: number;
}

/** Ticket-level facts for the roll-up of the day it was opened. */
export interface TicketFacts {
  readonly ticketId: string;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly openedAt: EpochMs;
  readonly nativeResolvedAt: EpochMs | null;
  /** Moves from done to not done. */
  readonly reopenMoves: number;
  readonly isOpen: boolean;
}

/** `all` has the single value ''; unknown values of a dimension are ''. */
export type Dimension = 'all' | 'request-type' | 'priority' | 'ai-agent';

export interface RollupRow {
  readonly deskId: string;
  readonly day: DeskDay;
  readonly dimension: Dimension;
  readonly segment: string;
  readonly definitionVersion: number;
  /** A serialised tally (`domain/kpi/tally`). */
  readonly tally: string;
  readonly computedAt: EpochMs;
}

/** A desk, how it is measured, how far its history is read, and where it stands. */
export interface DeskRow {
  /** `jira:<project id>`. */
  readonly deskId: string;
  readonly source: 'jira' | 'servicenow';
  /** Project key, e.g. `IT`. */
  readonly key: string;
  readonly profile: DeskProfile;
  readonly definition: Definition;
  readonly definitionVersion: number;
  /** As of the last refresh; null before the first. */
  readonly standing: DeskStanding | null;
  readonly backfill: BackfillState;
  /** Recent tickets have been compared with the desk up to this `updated` stamp; null before. */
  readonly reconciledTo: EpochMs | null;
}

export interface DeskStanding {
  readonly asOf: EpochMs;
  readonly openTickets: number;
  /** Median opening time of open tickets, so that the median age is `now` minus it; null without. */
  readonly openMedianOpenedAt: EpochMs | null;
  readonly unknownTouchedEpisodes: number;
  readonly decidedEpisodes: number;
}

export interface BackfillState {
  readonly status: 'none' | 'running' | 'paused' | 'done' | 'failed';
  /** Opaque to all but the ticket source; null at the start. */
  readonly cursor: string | null;
  readonly ticketsDone: number;
  /** Estimate from the desk; null when unknown. */
  readonly ticketsTotal: number | null;
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Earliest opening time read so far: figures are complete from here. */
  readonly completeFrom: EpochMs | null;
  /** Why it failed or waits, as an AppError kind; null otherwise. */
  readonly problem: string | null;
}

/** Append-only. The chain of hashes is per subject (`ticketId`, or a desk for its settings). */
export interface AuditEntry {
  readonly subject: string;
  /** 1, 2, … within the subject; a duplicate is refused. */
  readonly seq: number;
  readonly at: EpochMs;
  /** `outcome-changed`, `restated`, `tagged`, … */
  readonly action: string;
  /** JSON; ids and figures only. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Facts and roll-ups. Every method is one SQL statement unless it says otherwise, idempotent, and
 * safe to repeat. Rows that cannot be read throw: a number must never be made of half its rows.
 */
export interface ScoreStore {
  /** Creates or upgrades the schema; cheap when nothing is to do. Any number of statements. */
  migrate(): Promise<void>;

  /**
   * The ticket, and the other tickets of the same contact (desk, requester, request type) that
   * rule 10 can concern: opened at or after `contactsFrom`, or resolved at or after it.
   * `contact` names the contact of a ticket that is not stored yet; a stored one knows its own.
   */
  readTicketWithContacts(query: {
    readonly ticketId: string;
    readonly contact: TicketContact | null;
    readonly contactsFrom: EpochMs;
  }): Promise<{ readonly stored: StoredTicket | null; readonly contacts: readonly ContactRow[] }>;
  /** Plain reads for bulk work, in chunks the store chooses. One statement a chunk of 100. */
  readTickets(ticketIds: readonly string[]): Promise<readonly StoredTicket[]>;
  /** All contacts of many tickets at once, for bulk scoring. One statement a chunk of 100. */
  readContacts(
    contacts: readonly TicketContact[],
  ): Promise<readonly (ContactRow & { readonly contact: TicketContact })[]>;
  /**
   * Saves with `version` = `expectedVersion` + 1 (null: must not exist yet). `facts` are the derived
   * columns. `conflict` when somebody else was first; nothing is written then.
   */
  saveTicket(
    next: StoredTicket,
    facts: DerivedFacts,
    expectedVersion: number | null,
  ): Promise<'saved' | 'conflict'>;
  /** Idempotent bulk write of tickets nobody else is writing (backfill). One statement a chunk. */
  putTickets(
    tickets: readonly { readonly next: StoredTicket; readonly facts: DerivedFacts }[],
  ): Promise<void>;
  /** Replaces by (ticket, ordinal). One statement a chunk. */
  putEpisodes(rows: readonly EpisodeRow[]): Promise<void>;
  /** Drops a ticket's episodes from `fromOrdinal` on: a corrected history can have fewer. */
  dropEpisodes(ticketId: string, fromOrdinal: number): Promise<void>;
  /** Marks roll-up days for rebuilding. `mark` must be new each time. */
  markDays(
    days: readonly { readonly deskId: string; readonly day: DeskDay }[],
    mark: string,
  ): Promise<void>;
  /** `duplicate`: an entry of that (subject, seq) exists; nothing is written then. */
  appendAudit(entries: readonly AuditEntry[]): Promise<'appended' | 'duplicate'>;
  readAudit(subject: string): Promise<readonly AuditEntry[]>;
  /** Records that the verdicts of `version` are written and tagged; a newer version wins silently. */
  settleTicket(settled: {
    readonly ticketId: string;
    readonly version: number;
    readonly verdicts: readonly SettledVerdict[];
    readonly tagFingerprint: string | null;
    readonly auditSeq: number;
    readonly auditHash: string;
  }): Promise<void>;

  listUnsettledTickets(deskId: string, limit: number): Promise<readonly string[]>;
  listTicketsNeedingSnapshot(deskId: string, limit: number): Promise<readonly string[]>;
  /** Tickets with a `pending` episode that has become mature. */
  listMaturedPending(deskId: string, asOf: EpochMs, limit: number): Promise<readonly string[]>;
  /** Marks the days of episodes that became mature in `(after, upTo]`, in at most two statements. */
  markMaturedDays(deskId: string, after: EpochMs, upTo: EpochMs, mark: string): Promise<number>;
  listMarkedDays(
    deskId: string,
    limit: number,
  ): Promise<readonly { readonly day: DeskDay; readonly mark: string }[]>;
  /** Clears the mark only if it is still this one. */
  clearMarkedDay(deskId: string, day: DeskDay, mark: string): Promise<void>;
  readDayEpisodes(deskId: string, day: DeskDay): Promise<readonly EpisodeRow[]>;
  readDayTickets(deskId: string, day: DeskDay): Promise<readonly TicketFacts[]>;
  readTicketEpisodes(ticketId: string): Promise<readonly EpisodeRow[]>;
  /** Replaces a day's roll-ups; segments that vanished are dropped. Up to two statements. */
  putDayRollups(deskId: string, day: DeskDay, rows: readonly RollupRow[]): Promise<void>;
  /** Rows of one dimension with `fromDay <= day <= toDay`; null bounds are open. */
  readRollups(query: {
    readonly deskId: string;
    readonly dimension: Dimension;
    readonly fromDay: DeskDay | null;
    readonly toDay: DeskDay | null;
  }): Promise<readonly RollupRow[]>;
  /** Figures of the desk as it stands; up to three statements. */
  computeStanding(deskId: string, asOf: EpochMs): Promise<DeskStanding>;

  listDesks(): Promise<readonly DeskRow[]>;
  readDesk(deskId: string): Promise<DeskRow | null>;
  putDesk(desk: DeskRow): Promise<void>;
  /** Removes a ticket and all that was derived from it, except its audit entries. */
  deleteTicket(ticketId: string): Promise<void>;
}

export interface TicketContact {
  readonly deskId: string;
  readonly requester: string;
  readonly requestType: string;
}

/** Columns derived from a ticket's events, kept so that SQL can find it. */
export interface DerivedFacts {
  readonly openedDay: DeskDay;
  readonly lastResolvedAt: EpochMs | null;
  readonly isOpen: boolean;
  readonly reopenMoves: number;
}
