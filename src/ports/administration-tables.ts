import type { DeskDay, EpochMs } from '../domain/time';
import type { DoubtfulActor } from '../domain/timeline/doubtful-actors';

/** What one run of a kind of work used; durations in milliseconds. */
export interface UsageEntry {
  /** Day in UTC. */
  readonly day: DeskDay;
  readonly work: string;
  readonly hasFailed: boolean;
  readonly restRequests: number;
  readonly restPoints: number;
  readonly sqlStatements: number;
  readonly durationMs: number;
}

/** What a kind of work used on a day. */
export interface UsageDay extends Omit<UsageEntry, 'hasFailed'> {
  readonly runs: number;
  readonly failures: number;
}

/** Tickets of a desk with work left. */
export interface WaitingWork {
  readonly deskId: string;
  readonly unsettled: number;
  readonly untagged: number;
  readonly flagged: number;
}

/** Episodes with the same doubtful actors. */
export interface DoubtfulGroup {
  readonly actors: readonly DoubtfulActor[];
  readonly episodes: number;
  readonly lastOpenedAt: EpochMs;
}

export interface Overview {
  /** Desks without any are left out. */
  readonly waiting: readonly WaitingWork[];
  /** Largest first; at most 2,000. */
  readonly doubtful: readonly DoubtfulGroup[];
  /** Newest day first. */
  readonly usage: readonly UsageDay[];
}

/** What administration shows, and what the app counts of itself. */
export interface AdministrationTables {
  /** What administration shows besides the desks, in one statement. */
  readOverview(query: {
    readonly deskIds: readonly string[];
    readonly usageFrom: DeskDay;
  }): Promise<Overview>;
  /**
   * Adds a run to its day; two at once lose nothing. The statements that this takes, one to three,
   * are added too. A day's first run drops days before `keepFrom`.
   */
  addUsage(entry: UsageEntry, keepFrom: DeskDay): Promise<void>;
}
