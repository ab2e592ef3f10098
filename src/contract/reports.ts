import { z } from 'zod';

import { COHORTS, type CohortName } from '../domain/kpi/cohort';
import type { RateDifference } from '../domain/kpi/measurement';
import type { RateName, Rates } from '../domain/kpi/scorecard';
import type { Evidence, Outcome, RuleName } from '../domain/outcome/outcome';
import {
  BREAKDOWN_DIMENSIONS,
  MAX_COMPARED_DAYS,
  MAX_LIST_OFFSET,
  MAX_LISTED_TICKETS,
  TICKET_SORTS,
  TREND_DAYS,
  type BreakdownDimension,
} from './catalogue';
import {
  periodDaysSchema,
  type BackfillView,
  type DayRange,
  type MeanDifference,
  type MeanInterval,
  type MttrName,
  type TrendPoint,
} from './desk-scorecard';
import { daySchema, projectSchema, type DeskLabel, type TicketRecord } from './inputs';

/** What every report says of itself. Times are ISO 8601 in UTC. */
export interface ReportFrame {
  readonly desk: DeskLabel & { readonly timeZone: string };
  readonly asOf: string;
  /** The moment that maturity is measured at; null before the first refresh. */
  readonly computedAt: string | null;
  readonly definitionVersion: number;
  /** Figures are complete from here; null until the history is read and computed. */
  readonly completeFrom: string | null;
  readonly backfill: BackfillView;
}

export const readDeskTrendInputSchema = z.strictObject({
  project: projectSchema,
  periodDays: z.union(TREND_DAYS.map((days) => z.literal(days))),
  by: z.enum(['day', 'week']),
});
export type ReadDeskTrendInput = z.infer<typeof readDeskTrendInputSchema>;

export interface DeskTrend extends ReportFrame {
  readonly period: DayRange & { readonly days: number };
  readonly points: readonly TrendPoint[];
  /** Oldest first; the desk's first definition is no change. */
  readonly definitionChanges: readonly {
    readonly version: number;
    readonly publishedAt: string;
    /** On the desk's clock. */
    readonly day: string;
  }[];
}

export const readBreakdownInputSchema = z.strictObject({
  project: projectSchema,
  periodDays: periodDaysSchema,
  dimension: z.enum(BREAKDOWN_DIMENSIONS),
});
export type ReadBreakdownInput = z.infer<typeof readBreakdownInputSchema>;

/** Mean and exact median of a time to resolve, in milliseconds. */
export interface TimeSummary {
  readonly n: number;
  readonly meanMs: number;
  readonly medianMs: number;
  /** Of the mean; null under 2 values. */
  readonly interval: MeanInterval | null;
}

/** What can be told of any part of a desk's episodes. */
export interface SegmentScore {
  /** All episodes, mature or not. */
  readonly episodes: number;
  /** Decided episodes that are not mature yet. */
  readonly provisional: number;
  readonly rates: Rates;
  readonly timeToResolve: Readonly<Record<MttrName, TimeSummary | null>>;
}

export interface BreakdownRow extends SegmentScore {
  /** Request type, priority or actor id; null: the ticket has none (for agents: no AI acted). */
  readonly segment: string | null;
  /** The agent's registered name; the segment itself in other dimensions. */
  readonly label: string | null;
}

export interface Breakdown extends ReportFrame {
  readonly dimension: BreakdownDimension;
  readonly period: DayRange & { readonly days: number };
  /** In no order: screens sort by what hurts. */
  readonly rows: readonly BreakdownRow[];
  readonly total: SegmentScore;
}

const rangeSchema = z
  .strictObject({
    /** First day. */
    fromDay: daySchema,
    /** The day after the last. */
    toDay: daySchema,
  })
  .refine(({ fromDay, toDay }) => fromDay < toDay, 'toDay must be after fromDay');

const DAY_MS = 86_400_000;

const comparedSchema = rangeSchema.refine(
  ({ fromDay, toDay }) => Date.parse(toDay) - Date.parse(fromDay) <= MAX_COMPARED_DAYS * DAY_MS,
  `at most ${MAX_COMPARED_DAYS} days`,
);

const twoPeriodsSchema = z
  .strictObject({ earlier: comparedSchema, later: comparedSchema })
  .refine(({ earlier, later }) => earlier.toDay <= later.fromDay, {
    path: ['later', 'fromDay'],
    message: 'must not be before the end of the earlier period',
  });

export const comparePeriodsInputSchema = z.strictObject({
  project: projectSchema,
  /** null: the desk's last days and as many before. */
  periods: twoPeriodsSchema.nullable(),
});
export type ComparePeriodsInput = z.infer<typeof comparePeriodsInputSchema>;

/** `later` minus `earlier`. */
export interface PeriodComparison extends ReportFrame {
  readonly earlier: DayRange & { readonly score: SegmentScore };
  readonly later: DayRange & { readonly score: SegmentScore };
  readonly changes: Readonly<Record<RateName, RateDifference | null>>;
  readonly timeChangesMs: Readonly<Record<MttrName, MeanDifference | null>>;
}

export const listTicketsInputSchema = z.strictObject({
  project: projectSchema,
  cohort: z.enum(Object.keys(COHORTS) as [CohortName, ...CohortName[]]),
  /**
   * Days of decision, half-open; null: the desk's last days. Cohorts of what is open now do not look
   * at them.
   */
  period: rangeSchema.nullable(),
  /** Only episodes of this part; null: of all. A null value is "has none". */
  segment: z
    .strictObject({
      dimension: z.enum(BREAKDOWN_DIMENSIONS),
      value: z.string().max(255).nullable(),
    })
    .nullable(),
  sort: z.enum(TICKET_SORTS),
  order: z.enum(['ascending', 'descending']),
  offset: z.int().min(0).max(MAX_LIST_OFFSET),
  limit: z.int().min(1).max(MAX_LISTED_TICKETS),
});
export type ListTicketsInput = z.infer<typeof listTicketsInputSchema>;

/** An episode as a list shows it. Of Jira's, summary and key are read by the viewer's own page. */
export interface ListedEpisode {
  /** Jira's issue id, digits; of ServiceNow `sn-` and the sys_id. Other calls name the ticket by it. */
  readonly issueId: string;
  /** null for an issue of Jira. */
  readonly record: TicketRecord | null;
  readonly episode: number;
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly reason: string | null;
  readonly evidence: Evidence | null;
  readonly firstContact: boolean;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly decidedAt: string | null;
  readonly maturesAt: string | null;
  readonly isMature: boolean;
  readonly timeToResolveMs: number | null;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly agent: string | null;
  readonly confidence: number | null;
}

/** Exactly what a number counted: `total` is the number, unless tickets changed since it was computed. */
export interface TicketList extends ReportFrame {
  readonly cohort: CohortName;
  /** As asked, or the last days on the desk's clock. */
  readonly period: DayRange;
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly ListedEpisode[];
}
