import { z } from 'zod';

import type { HandOffReason } from '../domain/escalation/decision';
import type { RateName } from '../domain/kpi/scorecard';
import type { RunResult } from '../domain/run/span-facts';
import { PERIOD_DAYS } from './catalogue';
import { issueSchema, projectSchema } from './inputs';

const RESULTS = ['resolved', 'escalated', 'unresolved'] as const satisfies readonly RunResult[];
const MOST_TRIED = 20;
const MOST_VERIFIED_ACTIONS = 10_000;
/** A name such as `reset-password` or `kb.search`. Anything with spaces may be a text. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/-]{0,63}$/u;
/** As rules and agents write a number; smart values are always text. */
const DECIMAL = /^(?:0|1|0?\.\d{1,15}|[01]\.\d{1,15})$/;

const CONFIDENCE = 'a number from 0 to 1, such as 0.83';
const VERIFIED_ACTIONS = `a whole number from 0 to ${MOST_VERIFIED_ACTIONS}`;
const TRIED =
  'names of tools such as reset-password, kb.search, separated by commas: letters, digits and _ . : / - only, ' +
  `at most 64 characters each and ${MOST_TRIED} of them. Texts are not taken`;

/** A form leaves empty what nobody filled in, and text has its spaces. */
const told = z.preprocess((value) => {
  const text = typeof value === 'number' ? String(value) : value;
  const trimmed = typeof text === 'string' ? text.trim() : text;
  return trimmed === '' || trimmed === undefined ? null : trimmed;
}, z.string('a text').max(2_000, 'at most 2000 characters').nullable());

const confidenceSchema = told
  .refine((text) => text === null || (DECIMAL.test(text) && Number(text) <= 1), CONFIDENCE)
  .transform((text) => (text === null ? null : Number(text)));

const verifiedActionsSchema = told
  .refine(
    (text) => text === null || (/^\d{1,5}$/.test(text) && Number(text) <= MOST_VERIFIED_ACTIONS),
    VERIFIED_ACTIONS,
  )
  .transform((text) => (text === null ? null : Number(text)));

const namesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const triedSchema = told
  .transform(namesOf)
  .refine((names) => names.length <= MOST_TRIED && names.every((name) => NAME.test(name)), TRIED);

/** What the action *Record AI outcome* takes. Members that it does not know are refused by the platform. */
export const recordAiOutcomeInputSchema = z.object({
  ticket: told.pipe(issueSchema),
  /** A registered AI agent's name or account; null: the only one. */
  agent: told,
  result: told
    .transform((text) => text?.toLowerCase())
    .pipe(z.enum(RESULTS, `one of ${RESULTS.join(', ')}`)),
  /** 0..1; null: not said. */
  confidence: confidenceSchema,
  tried: triedSchema,
  /** null: not said. */
  verifiedActions: verifiedActionsSchema,
  /** Tells apart attempts of which everything else is alike; null: there is one such. */
  attempt: told.refine(
    (text) => text === null || NAME.test(text),
    'a short name or number of the attempt, without spaces, at most 64 characters',
  ),
});
export type RecordAiOutcomeInput = z.output<typeof recordAiOutcomeInputSchema>;

/** What a rule gets back of *Record AI outcome*, flat, as outputs of an action are. */
export interface RecordedAiOutcome {
  /** One sentence, in English. */
  readonly message: string;
  /** null: the desk has no policy for the run, or its ticket is not known yet. */
  readonly decision: 'proceed' | 'hand-off' | null;
  readonly reason: HandOffReason | null;
  /** 32 hex digits; the same for an attempt that was told twice. */
  readonly runId: string;
}

/** What the action *Get desk KPIs* takes. */
export const readDeskKpisInputSchema = z.object({
  project: told.pipe(projectSchema),
  days: z.literal(PERIOD_DAYS, `one of ${PERIOD_DAYS.join(', ')}`).nullish(),
});
export type ReadDeskKpisInput = z.output<typeof readDeskKpisInputSchema>;

/** Rates that *Get desk KPIs* tells each as an output of its own; the platform takes ten outputs. */
export const TOLD_RATES = [
  'coverage',
  'firstContactResolution',
  'aiResolution',
  'escalation',
  'containment',
  'reversal',
] as const satisfies readonly RateName[];

/** What a rule or an agent gets back of *Get desk KPIs*: rates are 0..1, and null without data. */
export type ToldKpis = Readonly<Record<(typeof TOLD_RATES)[number], number | null>> & {
  /** One line a figure, with number and interval, in English. */
  readonly message: string;
  /** `DeskKpis` as JSON: outputs are flat. */
  readonly figures: string;
  /** When the figures were computed, ISO 8601; null before the first time. */
  readonly computedAt: string | null;
  /** Hours, of resolved episodes; null without data. */
  readonly meanHoursToResolve: number | null;
};

/** Every figure with its number of episodes and its 95 % interval. */
export interface DeskKpis {
  readonly project: string;
  readonly days: number;
  /** Half-open, days of the desk's clock: `fromDay <= day < toDay`. */
  readonly fromDay: string;
  readonly toDay: string;
  readonly computedAt: string | null;
  /** The desk's history is read, and what was read is in the figures. */
  readonly isComplete: boolean;
  /** Over mature episodes; null: no data. */
  readonly rates: Readonly<Record<RateName, ToldRate | null>>;
  /** null: no data; its bounds are null under 2 episodes. */
  readonly hoursToResolve: {
    readonly mean: number;
    readonly n: number;
    readonly low: number | null;
    readonly high: number | null;
  } | null;
}

export interface ToldRate {
  /** 0..1 */
  readonly value: number;
  readonly numerator: number;
  readonly n: number;
  /** null for the containment gap, a difference. */
  readonly low: number | null;
  readonly high: number | null;
}
