import type { DeskDay, EpochMs } from '../domain/time';
import type { RollupDimension } from '../domain/kpi/rollup';
import type { AdministrationTables } from './administration-tables';
import type { FeedbackTables } from './feedback-tables';
import type { ForgettingTables } from './forgetting-tables';
import type { HandOffTables } from './hand-off-tables';
import type { PolicyTables } from './policy-tables';
import type { LabStore } from './lab-store';
import type { ReportStore } from './report-store';
import type { RunTables } from './run-tables';
import type {
  AuditEntry,
  ContactRow,
  DeskRow,
  DeskStanding,
  EpisodeRow,
  RollupRow,
  StoredStamp,
  StoredTicket,
  TicketContext,
  TicketFacts,
  TicketPlace,
  TicketWrite,
  WindowRow,
} from './score-records';
import type { SettingsTables } from './settings-tables';

export type * from './administration-tables';
export type * from './feedback-tables';
export type * from './hand-off-tables';
export type * from './policy-tables';
export type * from './lab-store';
export type * from './report-store';
export type * from './run-tables';
export type * from './score-records';
export type * from './settings-tables';

/**
 * Facts and roll-ups. Every method is one SQL statement unless it says otherwise, idempotent, and
 * safe to repeat. A row that cannot be read throws: a number must never be made of half its rows.
 */
export interface ScoreStore
  extends
    SettingsTables,
    AdministrationTables,
    FeedbackTables,
    ForgettingTables,
    HandOffTables,
    PolicyTables,
    RunTables,
    LabStore,
    ReportStore {
  /** Creates or upgrades the schema; cheap when nothing is to do. Any number of statements. */
  migrate(): Promise<void>;

  /** The desk, the ticket, and the tickets of its contact opened or resolved since `contactsFrom`. */
  readTicketContext(query: {
    readonly deskId: string;
    readonly ticketId: string;
    /** Counts the runs, too, that name a ticket of this key; left out: of its id only. */
    readonly ticketKey?: string | null;
    readonly contactsFrom: EpochMs;
    /** Reads the ticket's hand-offs, too. */
    readonly withHandOffs?: boolean;
  }): Promise<TicketContext>;
  /** The desk that a ticket is on, and when it was opened; null: not known, or deleted. */
  readTicketPlace(ticketId: string): Promise<TicketPlace | null>;
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
  /**
   * Saves events of tickets that exist, and leaves them unsettled: nothing else may have changed but their
   * version, by one. Tickets that others changed meanwhile are left alone; their ids are given back, and
   * with them perhaps those of tickets that were saved. One statement a chunk of 50.
   */
  saveTicketEvents(tickets: readonly StoredTicket[]): Promise<readonly string[]>;
  /** Replaces by (ticket, ordinal). One statement a chunk of 200. */
  putEpisodes(rows: readonly EpisodeRow[]): Promise<void>;
  /** Drops tickets' episodes from `fromOrdinal` on: a corrected history can have fewer. A chunk of 250. */
  dropEpisodes(
    drops: readonly { readonly ticketId: string; readonly fromOrdinal: number }[],
  ): Promise<void>;
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
  /** Ids above `after`, ascending. */
  listTicketsNeedingSnapshot(
    deskId: string,
    after: string,
    limit: number,
  ): Promise<readonly string[]>;
  /** Tickets with a `pending` episode that has become mature. */
  listMaturedPending(deskId: string, asOf: EpochMs, limit: number): Promise<readonly string[]>;
  /** Ticket ids of a desk above `after`, ascending. */
  listTicketIds(deskId: string, after: string, limit: number): Promise<readonly string[]>;
  /**
   * Their histories are known up to these stamps, and said nothing new. Never lowered. One statement a
   * chunk of 100.
   */
  raiseStamps(
    stamps: readonly { readonly ticketId: string; readonly historyUpTo: EpochMs }[],
  ): Promise<void>;
  /**
   * Tickets of some desks with ids in `(after, upTo]`, deleted ones left out; with them those of which a
   * crash left nothing but episodes.
   */
  listTicketStamps(query: {
    readonly deskIds: readonly string[];
    readonly after: string;
    readonly upTo: string;
  }): Promise<readonly StoredStamp[]>;

  /** Days with episodes that became mature in `(after, upTo]`. */
  listMaturedDays(deskId: string, after: EpochMs, upTo: EpochMs): Promise<readonly DeskDay[]>;
  /** Marks every day that has a roll-up. */
  markAllDays(deskId: string, mark: string): Promise<void>;
  listMarkedDays(
    deskId: string,
    limit: number,
  ): Promise<readonly { readonly day: DeskDay; readonly mark: string }[]>;
  /** Clears a mark only if it is still this one. One statement for all. */
  clearMarkedDays(
    deskId: string,
    days: readonly { readonly day: DeskDay; readonly mark: string }[],
  ): Promise<void>;
  /** One statement a page of 1,000 rows. */
  readDayEpisodes(deskId: string, days: readonly DeskDay[]): Promise<readonly EpisodeRow[]>;
  /** Tickets opened on these days. One statement a page of 1,000 rows. */
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
  /** Figures of the desk as it stands; up to two statements. */
  computeStanding(deskId: string, asOf: EpochMs): Promise<DeskStanding>;

  listDesks(): Promise<readonly DeskRow[]>;
  readDesk(deskId: string): Promise<DeskRow | null>;
  /** Saves with `version` + 1 if nobody was first (`version` 0: must not exist yet). */
  saveDesk(desk: DeskRow): Promise<'saved' | 'conflict'>;
  /** Removes what was derived from a ticket, except its tombstone and its audit entries. */
  deleteEpisodes(ticketId: string): Promise<void>;
  /** Days on which episodes of a ticket count, whether the ticket is known or not. */
  listEpisodeDays(ticketId: string): Promise<readonly DeskDay[]>;
}
