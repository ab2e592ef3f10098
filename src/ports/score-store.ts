import type { Definition, DeskProfile } from '../domain/outcome/definition';
import type { Verdict } from '../domain/outcome/verdict';
import type { DeskDay, EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';
import type { RollupDimension } from '../domain/kpi/rollup';

/** A ticket as stored: facts, events, and how far scoring and tagging have got with them. */
export interface StoredTicket {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** Comments that were deleted: telling of them late does not bring them back. */
  readonly deletedComments: readonly string[];
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
  /** Its verdicts were written as episodes and their days marked. */
  readonly isSettled: boolean;
  /** What `tagFingerprint` says was written on the ticket. */
  readonly isTagged: boolean;
  /** The verdicts as last settled, so that the next scoring can tell what changed. */
  readonly settledVerdicts: readonly SettledVerdict[];
  /** What the roll-up of the opening day was told of the ticket; null before the first settling. */
  readonly settledFacts: string | null;
  /** What the ticket's tags say, or should; null before the first. */
  readonly tagFingerprint: string | null;
  /** The desk's own history is recorded whole up to this `updated` stamp; null before any. */
  readonly historyUpTo: EpochMs | null;
  /** The desk's own history should be read: facts are missing, or a change did not connect. */
  readonly needsSnapshot: boolean;
  /** Number and hash of the ticket's last audit entry; 0 and '' before the first. */
  readonly auditSeq: number;
  readonly auditHash: string;
  /** When the desk deleted it; its facts and events are gone then. */
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
  readonly openedDay: DeskDay;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly openedAt: EpochMs;
  readonly nativeResolvedAt: EpochMs | null;
  /** Moves from done to not done. */
  readonly reopenMoves: number;
  readonly isOpen: boolean;
}

export interface RollupRow {
  readonly deskId: string;
  readonly day: DeskDay;
  readonly dimension: RollupDimension;
  readonly segment: string;
  readonly definitionVersion: number;
  /** A serialised tally (`domain/kpi/tally`). */
  readonly tally: string;
  /** The same without the bins of its histograms: small, and enough for a trend. */
  readonly summary: string;
  readonly computedAt: EpochMs;
}

/** The merged tally of a desk's last days, so that a page need not merge histograms of many days. */
export interface WindowRow {
  readonly deskId: string;
  /** Length; the last day is that of `computedAt`. */
  readonly days: number;
  readonly definitionVersion: number;
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
  /** All tickets are to be judged again, those after this id are left; null: no such work. */
  readonly rescore: { readonly mark: string; readonly after: string } | null;
  /** When tags were last written in bulk: those writes are no changes worth reading again. */
  readonly taggedInBulk: { readonly from: EpochMs; readonly to: EpochMs } | null;
  /** Recent tickets have been compared with the desk up to this moment; null before. */
  readonly reconciledTo: EpochMs | null;
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
}

export interface DeskStanding {
  readonly asOf: EpochMs;
  readonly openTickets: number;
  /** Median opening time of open tickets, so that the median age is `now` minus it; null without. */
  readonly openMedianOpenedAt: EpochMs | null;
  /** When the first pending episode becomes mature; null when none waits. */
  readonly nextMaturesAt: EpochMs | null;
}

export interface BackfillState {
  readonly status: 'none' | 'running' | 'paused' | 'done' | 'failed';
  /** Opaque to all but the ticket source; null at the start. */
  readonly cursor: string | null;
  readonly ticketsDone: number;
  /** Estimate from the desk; null when unknown. */
  readonly ticketsTotal: number | null;
  /** Tickets that could not be read, each logged by id. */
  readonly ticketsUnreadable: number;
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Earliest opening time read so far: figures are complete from here once it is done. */
  readonly completeFrom: EpochMs | null;
  /** Why it failed or waits, as an AppError kind; null otherwise. */
  readonly problem: string | null;
}

/** Append-only. The chain of hashes is per subject (a ticket id, or a desk for its settings). */
export interface AuditEntry {
  readonly subject: string;
  /** 1, 2, … within the subject; a duplicate is refused. */
  readonly seq: number;
  readonly at: EpochMs;
  /** `outcome-decided`, `outcome-restated`, `definition-published`, … */
  readonly action: string;
  /** JSON; ids and figures only. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Columns derived from a ticket's events, kept so that SQL can find it. */
export interface DerivedFacts {
  readonly openedDay: DeskDay;
  /** Groups tickets that rule 10 can connect; null: it concerns no other. */
  readonly contactKey: string | null;
  readonly lastResolvedAt: EpochMs | null;
  readonly isOpen: boolean;
  readonly reopenMoves: number;
}

export interface TicketWrite {
  readonly next: StoredTicket;
  readonly facts: DerivedFacts;
}

/** All that judging one ticket needs. */
export interface TicketContext {
  readonly desk: DeskRow | null;
  readonly stored: StoredTicket | null;
  readonly contacts: readonly ContactRow[];
}

/**
 * Facts and roll-ups. Every method is one SQL statement unless it says otherwise, idempotent, and
 * safe to repeat. A row that cannot be read throws: a number must never be made of half its rows.
 */
export interface ScoreStore {
  /** Creates or upgrades the schema; cheap when nothing is to do. Any number of statements. */
  migrate(): Promise<void>;

  /** The desk, the ticket, and the tickets of its contact opened or resolved since `contactsFrom`. */
  readTicketContext(query: {
    readonly deskId: string;
    readonly ticketId: string;
    readonly contactsFrom: EpochMs;
  }): Promise<TicketContext>;
  /** One statement a chunk of 250. Unknown ids are left out. */
  readTickets(ticketIds: readonly string[]): Promise<readonly StoredTicket[]>;
  /**
   * Tickets of the contacts, by contact key: opened within the span, or opened before it and resolved
   * since it began. One statement a chunk of 250.
   */
  readContacts(
    contactKeys: readonly string[],
    span: { readonly from: EpochMs; readonly to: EpochMs },
  ): Promise<ReadonlyMap<string, readonly ContactRow[]>>;
  /**
   * Saves with `version` = `expectedVersion` + 1 (null: must not exist yet). `conflict` when somebody
   * else was first; nothing is written then.
   */
  saveTicket(write: TicketWrite, expectedVersion: number | null): Promise<'saved' | 'conflict'>;
  /**
   * Bulk write: tickets with `version` 1 that exist already, and tickets that have moved on from
   * `version` − 1, are left alone and returned. Up to three statements a chunk of 50.
   */
  saveTickets(writes: readonly TicketWrite[]): Promise<readonly string[]>;
  /** Replaces by (ticket, ordinal). One statement a chunk of 200. */
  putEpisodes(rows: readonly EpisodeRow[]): Promise<void>;
  /** Drops a ticket's episodes from `fromOrdinal` on: a corrected history can have fewer. */
  dropEpisodes(ticketId: string, fromOrdinal: number): Promise<void>;
  /** Marks roll-up days for rebuilding. `mark` must be new each time. One statement a chunk of 500. */
  markDays(deskId: string, days: readonly DeskDay[], mark: string): Promise<void>;
  /** `duplicate`: an entry of one of these (subject, seq) exists; nothing is written then. */
  appendAudit(entries: readonly AuditEntry[]): Promise<'appended' | 'duplicate'>;
  readAudit(subject: string): Promise<readonly AuditEntry[]>;
  /** Saves again at the same version; a newer version wins silently. */
  settleTicket(write: TicketWrite): Promise<void>;
  /** Flags tickets as unsettled before their episodes are rewritten in bulk. A chunk of 250. */
  unsettleTickets(ticketIds: readonly string[]): Promise<void>;
  /** Records that tags are written, unless a newer version came. One statement a chunk of 250. */
  markTagged(
    tickets: readonly { readonly ticketId: string; readonly version: number }[],
  ): Promise<void>;

  listUnsettledTickets(deskId: string, limit: number): Promise<readonly string[]>;
  /** Settled tickets whose tags are not written yet. */
  listUntaggedTickets(
    deskId: string,
    limit: number,
  ): Promise<readonly { readonly ticketId: string; readonly version: number }[]>;
  /** The latest episode of each ticket. One statement a chunk of 250. */
  readLatestEpisodes(ticketIds: readonly string[]): Promise<readonly EpisodeRow[]>;
  listTicketsNeedingSnapshot(deskId: string, limit: number): Promise<readonly string[]>;
  /** Tickets with a `pending` episode that has become mature. */
  listMaturedPending(deskId: string, asOf: EpochMs, limit: number): Promise<readonly string[]>;
  /** Ticket ids of a desk above `after`, ascending. */
  listTicketIds(deskId: string, after: string, limit: number): Promise<readonly string[]>;

  /** Days with episodes that became mature in `(after, upTo]`. */
  listMaturedDays(deskId: string, after: EpochMs, upTo: EpochMs): Promise<readonly DeskDay[]>;
  listMarkedDays(
    deskId: string,
    limit: number,
  ): Promise<readonly { readonly day: DeskDay; readonly mark: string }[]>;
  /** Clears a mark only if it is still this one. One statement for all. */
  clearMarkedDays(
    deskId: string,
    days: readonly { readonly day: DeskDay; readonly mark: string }[],
  ): Promise<void>;
  /** One statement a page of 4,000 rows. */
  readDayEpisodes(deskId: string, days: readonly DeskDay[]): Promise<readonly EpisodeRow[]>;
  /** Tickets opened on these days. One statement a page of 4,000 rows. */
  readDayTickets(deskId: string, days: readonly DeskDay[]): Promise<readonly TicketFacts[]>;
  /** Replaces the roll-ups of whole days; segments that vanished are dropped last. */
  putDayRollups(
    deskId: string,
    days: readonly DeskDay[],
    rows: readonly RollupRow[],
    computedAt: EpochMs,
  ): Promise<void>;
  /** Rows of one dimension with `fromDay <= day <= toDay`; null bounds are open. A page of 60 rows. */
  readRollups(query: {
    readonly deskId: string;
    readonly dimension: RollupDimension;
    readonly fromDay: DeskDay | null;
    readonly toDay: DeskDay | null;
  }): Promise<readonly RollupRow[]>;
  /** Replaces by desk and length. */
  putWindows(rows: readonly WindowRow[]): Promise<void>;
  /** Summaries of whole days, and the window of that length; null before it was computed. */
  readPeriod(query: {
    readonly deskId: string;
    readonly fromDay: DeskDay;
    readonly toDay: DeskDay;
    readonly windowDays: number;
  }): Promise<{
    readonly days: readonly { readonly day: DeskDay; readonly summary: string }[];
    readonly window: WindowRow | null;
  }>;
  /** Figures of the desk as it stands; up to two statements. */
  computeStanding(deskId: string, asOf: EpochMs): Promise<DeskStanding>;

  listDesks(): Promise<readonly DeskRow[]>;
  readDesk(deskId: string): Promise<DeskRow | null>;
  /** Saves with `version` + 1 if nobody was first (`version` 0: must not exist yet). */
  saveDesk(desk: DeskRow): Promise<'saved' | 'conflict'>;
  /** Removes what was derived from a ticket, except its tombstone and its audit entries. */
  deleteEpisodes(ticketId: string): Promise<void>;
}
