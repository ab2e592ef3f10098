import type { Cohort } from '../domain/kpi/cohort';
import type { RollupDimension } from '../domain/kpi/rollup';
import type { SegmentCounts } from '../domain/kpi/segment-figures';
import type { DeskDay, EpochMs } from '../domain/time';
import type { EpisodeRow, WindowRow } from './score-records';

/** Days of a desk, half-open. */
export interface DayRange {
  readonly fromDay: DeskDay;
  readonly toDay: DeskDay;
}

/** A part of a desk's episodes; null is "has none". */
export interface Segment {
  readonly dimension: SegmentDimension;
  readonly value: string | null;
}
export type SegmentDimension = Exclude<RollupDimension, 'all'>;

/** Episodes that a number counted. */
export interface EpisodeQuery {
  readonly deskId: string;
  readonly cohort: Cohort;
  /** Not looked at by cohorts of any day. */
  readonly period: DayRange;
  /** What is mature is decided by it. */
  readonly asOf: EpochMs;
  /** null: of all. */
  readonly segment: Segment | null;
}

export type EpisodeSort =
  | 'decidedAt'
  | 'openedAt'
  | 'resolvedAt'
  | 'timeToResolve'
  | 'outcome'
  | 'requestType'
  | 'confidence';

export interface EpisodePage {
  readonly sort: EpisodeSort;
  readonly order: 'ascending' | 'descending';
  readonly offset: number;
  readonly limit: number;
}

export interface ListedEpisodeRow extends EpisodeRow {
  /** What people call the ticket, of ServiceNow's alone: Jira tells its own to who may see them. */
  readonly ticketKey: string | null;
}

export interface EpisodeList {
  /** Of all pages. */
  readonly total: number;
  readonly rows: readonly ListedEpisodeRow[];
}

/** Lists read along with a period, by a name of the caller's. */
export interface NamedEpisodeQuery extends EpisodeQuery {
  readonly name: string;
  readonly page: EpisodePage;
}

export interface DaySummary {
  readonly day: DeskDay;
  readonly summary: string;
}

export interface PeriodRead {
  /** Oldest first. */
  readonly days: readonly DaySummary[];
  /** null when it was not computed, or not asked for. */
  readonly window: WindowRow | null;
  readonly lists: ReadonlyMap<string, EpisodeList>;
}

export interface WindowSummaryRow {
  readonly deskId: string;
  readonly definitionVersion: number;
  readonly computedAt: EpochMs;
  /** null: an older app computed it, without one. */
  readonly summary: string | null;
}

/** A range of days, cut into its parts or left whole. */
export interface SegmentSlice extends DayRange {
  /** null: one segment, null, of all episodes. */
  readonly dimension: SegmentDimension | null;
}

/** Segments with episodes; those without are left out. */
export type Segments = ReadonlyMap<string | null, SegmentCounts>;

/** What screens read. Every method is one SQL statement. */
export interface ReportStore {
  /** Summaries of whole days, the window of that length, and lists of episodes. */
  readPeriod(
    query: DayRange & {
      readonly deskId: string;
      /** null: no window. */
      readonly windowDays: number | null;
      readonly lists: readonly NamedEpisodeQuery[];
    },
  ): Promise<PeriodRead>;
  /** What the windows of that length say of some desks, in no order; a desk without one is left out. */
  readWindowSummaries(query: {
    readonly deskIds: readonly string[];
    readonly days: number;
  }): Promise<readonly WindowSummaryRow[]>;
  /** Counts each slice's episodes as they are now, by segment; answers in the order of the slices. */
  readSegments(query: {
    readonly deskId: string;
    readonly asOf: EpochMs;
    readonly slices: readonly SegmentSlice[];
  }): Promise<readonly Segments[]>;
  /** Sorted stably, with what has no value last. The total is right on any page. */
  listEpisodes(query: EpisodeQuery, page: EpisodePage): Promise<EpisodeList>;
}
