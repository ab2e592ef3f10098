import { z } from 'zod';

import type { Result } from '../domain/app-error';
import type { RateName, Rates, Scorecard } from '../domain/kpi/scorecard';
import type { MeanDuration } from '../domain/kpi/tally-summary';
import type { Evidence, Outcome, RuleName } from '../domain/outcome/outcome';
import type { Definition } from '../domain/outcome/definition';
import { ACTOR_KINDS, type ActorKind } from '../domain/timeline/actor';

export type { AppError, Result } from '../domain/app-error';
export type { DurationMeasure, Rate, RatingMeasure } from '../domain/kpi/measurement';
export type { RateName, Rates, Scorecard, TimesToResolve } from '../domain/kpi/scorecard';
export type { Evidence, Outcome, RuleName } from '../domain/outcome/outcome';
export type { ActorKind } from '../domain/timeline/actor';
export { PERIOD_DAYS, type PeriodDays } from './catalogue';

const projectKeySchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'a project key or id of letters, digits, - and _');

export const readDeskScorecardInputSchema = z.strictObject({
  project: projectKeySchema,
  periodDays: z.union([z.literal(7), z.literal(30), z.literal(90)]),
});
export type ReadDeskScorecardInput = z.infer<typeof readDeskScorecardInputSchema>;

/** One point of a trend. A day without data has a null value: gaps stay gaps. */
export interface TrendPoint {
  /** First day of the bucket, `YYYY-MM-DD` on the desk's clock. */
  readonly day: string;
  /** Days in the bucket: 1, or 7 for periods over 30 days. */
  readonly days: number;
  readonly rates: Rates;
  readonly timeToResolveMs: Readonly<Record<'episode' | 'ai' | 'human', MeanDuration | null>>;
  /** Some of its decided episodes are not mature yet. */
  readonly isProvisional: boolean;
}

/** What the queue page and the gadget draw. Times are ISO 8601 in UTC. */
export interface DeskScorecard {
  readonly desk: { readonly key: string; readonly timeZone: string };
  /** The moment of the answer. */
  readonly asOf: string;
  /** When the roll-ups were computed; null before the first refresh. */
  readonly computedAt: string | null;
  /** Half-open, in the desk's days: `fromDay <= day < toDay`. */
  readonly period: { readonly days: number; readonly fromDay: string; readonly toDay: string };
  readonly definition: Definition;
  readonly definitionVersion: number;
  readonly score: Scorecard;
  readonly trend: readonly TrendPoint[];
  readonly open: {
    readonly tickets: number;
    /** null without open tickets. */
    readonly medianAgeMs: number | null;
  };
  /** Figures are complete from here; null until the history is read and computed. */
  readonly completeFrom: string | null;
  readonly backfill: {
    readonly status: 'none' | 'running' | 'paused' | 'done' | 'failed';
    readonly ticketsDone: number;
    readonly ticketsTotal: number | null;
    /** Figures computed before then lack a part of the history; null until it is read. */
    readonly finishedAt: string | null;
  };
  /** When the first immature AI-resolved episode will be mature; null when none waits. */
  readonly nextMaturesAt: string | null;
}

export const readTicketVerdictInputSchema = z.strictObject({
  issue: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an issue id or key'),
});
export type ReadTicketVerdictInput = z.infer<typeof readTicketVerdictInputSchema>;

export interface TicketVerdictEpisode {
  readonly ordinal: number;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly reason: string | null;
  readonly evidence: Evidence | null;
  readonly firstContact: boolean;
  readonly decidedAt: string | null;
  /** When the window ends; null when nothing is decided. */
  readonly maturesAt: string | null;
  readonly agent: string | null;
  readonly confidence: number | null;
}

/** A step in the ticket's life, for people; `what` is a code that the panel puts into words. */
export interface TicketStep {
  readonly at: string;
  readonly episode: number;
  readonly who: ActorKind;
  /** Registered name of an AI agent; null for everyone else: names of people are not stored. */
  readonly agent: string | null;
  readonly what:
    | 'opened'
    | 'commented'
    | 'noted'
    | 'assigned'
    | 'status'
    | 'resolved'
    | 'reopened'
    | 'handed-off'
    | 'run-resolved'
    | 'run-escalated'
    | 'run-unresolved'
    | 'rated'
    | 'overridden';
  /** Status name or reason; null otherwise. */
  readonly detail: string | null;
}

export interface TicketVerdict {
  readonly issueKey: string | null;
  readonly windowHours: number;
  readonly definitionVersion: number;
  readonly timeZone: string;
  /** Oldest first; the last is what the ticket's tag says. Empty: not scored yet. */
  readonly episodes: readonly TicketVerdictEpisode[];
  readonly steps: readonly TicketStep[];
  readonly asOf: string;
}

export const listDesksInputSchema = z.strictObject({});
export type ListDesksInput = z.infer<typeof listDesksInputSchema>;

export interface DeskChoice {
  readonly projectKey: string;
}

export const readScoreReportInputSchema = z.strictObject({ project: projectKeySchema });
export type ReadScoreReportInput = z.infer<typeof readScoreReportInputSchema>;

/** The desk's part of a score report (rule book, section 7), over all of its days. */
export interface DeskScoreReport {
  readonly desk: string;
  readonly asOf: string | null;
  readonly definition: Definition;
  readonly score: Scorecard;
}

const actorInputSchema = z.strictObject({
  accountId: z.string().min(1, 'an account id').max(128, 'an account id'),
  kind: z.enum(ACTOR_KINDS),
  /** For AI agents; null otherwise. */
  name: z.string().min(1).max(64).nullable(),
  vendor: z.string().min(1).max(64).nullable(),
});

/** The whole registry: what is left out is no longer registered. */
export const saveActorsInputSchema = z.strictObject({
  actors: z.array(actorInputSchema).max(500),
});
export type SaveActorsInput = z.infer<typeof saveActorsInputSchema>;

export const publishDefinitionInputSchema = z.strictObject({
  project: projectKeySchema,
  definition: z.strictObject({
    windowHours: z.number().positive().max(744, 'at most 31 days, in hours'),
    silenceCountsAsResolved: z.boolean(),
    excludedResolutions: z.array(z.string().max(255)).max(100),
    excludedRequestTypes: z.array(z.string().max(255)).max(100),
    ratingConfirmsAt: z.number().min(1).max(5),
    ratingRejectsAt: z.number().min(1).max(5),
    repeatContact: z.enum(['off', 'similar', 'any']),
  }),
});
export type PublishDefinitionInput = z.infer<typeof publishDefinitionInputSchema>;

/** KPIs a gadget can show, by the catalogue's names. */
export type GadgetKpi = RateName | 'mttr';

/** What panels may ask of the backend. `static/` imports types from here and nowhere else. */
export type ResolverContract = {
  readDeskScorecard: (input: ReadDeskScorecardInput) => Result<DeskScorecard>;
  readTicketVerdict: (input: ReadTicketVerdictInput) => Result<TicketVerdict>;
  listDesks: (input: ListDesksInput) => Result<readonly DeskChoice[]>;
  readScoreReport: (input: ReadScoreReportInput) => Result<DeskScoreReport>;
  /** For people who administer Jira. */
  saveActors: (input: SaveActorsInput) => Result<'saved'>;
  /** For people who administer the project; the version that holds now. */
  publishDefinition: (input: PublishDefinitionInput) => Result<number>;
};
