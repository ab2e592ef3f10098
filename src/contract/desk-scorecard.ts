import { z } from 'zod';

import type { Definition } from '../domain/outcome/definition';
import type { Outcome, RuleName } from '../domain/outcome/outcome';
import type { MeanDifference, MeanInterval, RateDifference } from '../domain/kpi/measurement';
import type { MttrName } from '../domain/kpi/mttr';
import type { RateName, Rates, Scorecard } from '../domain/kpi/scorecard';
import type { MeanDuration } from '../domain/kpi/tally-summary';
import { PERIOD_DAYS } from './catalogue';
import { projectSchema, type DeskLabel, type TicketRecord } from './inputs';

export type { MeanDifference, MeanInterval } from '../domain/kpi/measurement';
export type { MttrName } from '../domain/kpi/mttr';

export const periodDaysSchema = z.union(PERIOD_DAYS.map((days) => z.literal(days)));

export const readDeskScorecardInputSchema = z.strictObject({
  project: projectSchema,
  /** 1 is today. */
  periodDays: periodDaysSchema,
  /** The lists of tickets that need somebody; left out where nobody reads them. */
  withAttention: z.boolean().default(false),
});
export type ReadDeskScorecardInput = z.input<typeof readDeskScorecardInputSchema>;

/** One point of a trend. A day without data has a null value: gaps stay gaps. */
export interface TrendPoint {
  /** First day of the bucket, `YYYY-MM-DD` on the desk's clock. */
  readonly day: string;
  /** Days in the bucket: 1 or 7; the first is shorter where the period cuts it. */
  readonly days: number;
  readonly rates: Rates;
  readonly timeToResolveMs: Readonly<Record<MttrName, MeanDuration | null>>;
  readonly timeIntervalsMs: Readonly<Record<MttrName, MeanInterval | null>>;
  /** Some of its decided episodes are not mature yet. */
  readonly isProvisional: boolean;
}

/** Half-open, in the desk's days: `fromDay <= day < toDay`. */
export interface DayRange {
  readonly fromDay: string;
  readonly toDay: string;
}

/** How far a desk's history has been read. Times are ISO 8601 in UTC. */
export interface BackfillView {
  readonly status: 'none' | 'running' | 'paused' | 'done' | 'failed';
  readonly ticketsDone: number;
  /** Estimate; null when the desk will not say. */
  readonly ticketsTotal: number | null;
  /** Figures computed before then lack a part of the history; null until it is read. */
  readonly finishedAt: string | null;
}

/** The period of the same length right before, and what changed since. */
export interface PeriodBefore {
  readonly period: DayRange;
  readonly rates: Rates;
  readonly timeToResolveMs: Readonly<Record<MttrName, MeanDuration | null>>;
  /**
   * This period minus the one before; null where one of them has no data, a mean's also under 2
   * values.
   */
  readonly changes: Readonly<Record<RateName, RateDifference | null>>;
  readonly timeChangesMs: Readonly<Record<MttrName, MeanDifference | null>>;
}

export type AttentionKind = 'reversed' | 'ambiguous' | 'escalated-open';

/** An episode that needs somebody to look. Of Jira's, summary and key are read by the viewer's own page. */
export interface AttentionTicket {
  /** Jira's issue id, digits; of ServiceNow `sn-` and the sys_id. Other calls name the ticket by it. */
  readonly issueId: string;
  /** null for an issue of Jira. */
  readonly record: TicketRecord | null;
  readonly episode: number;
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly reason: string | null;
  readonly agent: string | null;
  /** null only where an outcome has no time of decision. */
  readonly decidedAt: string | null;
  readonly resolvedAt: string | null;
}

/** `reversed` and `ambiguous` of the period, newest first; `escalated-open` now, longest waiting first. */
export interface AttentionList {
  readonly kind: AttentionKind;
  readonly total: number;
  /** At most 200, so that a search can name them all. */
  readonly tickets: readonly AttentionTicket[];
}

/** What the queue page, the gadget and the project page's overview draw. Times are ISO 8601 in UTC. */
export interface DeskScorecard {
  readonly desk: DeskLabel & { readonly timeZone: string };
  /** The moment of the answer. */
  readonly asOf: string;
  /** When the roll-ups were computed; null before the first refresh. */
  readonly computedAt: string | null;
  readonly period: DayRange & { readonly days: number };
  readonly definition: Definition;
  readonly definitionVersion: number;
  readonly score: Scorecard;
  /** From the standard error; null under 2 values. */
  readonly timeIntervalsMs: Readonly<Record<MttrName, MeanInterval | null>>;
  /** null when figures are not complete for the whole of the period before. */
  readonly before: PeriodBefore | null;
  readonly trend: readonly TrendPoint[];
  readonly open: {
    readonly tickets: number;
    /** null without open tickets. */
    readonly medianAgeMs: number | null;
  };
  /** Figures are complete from here; null until the history is read and computed. */
  readonly completeFrom: string | null;
  readonly backfill: BackfillView;
  /** When the first immature AI-resolved episode will be mature; null when none waits. */
  readonly nextMaturesAt: string | null;
  /** null when it was not asked for. */
  readonly attention: readonly AttentionList[] | null;
}
