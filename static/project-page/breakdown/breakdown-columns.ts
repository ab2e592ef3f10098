import type { CohortName, MttrName, RateName } from '../../../src/contract';

/** Columns with a rate, in the order in which they stand. */
export const BREAKDOWN_RATES = [
  'containmentGap',
  'reversal',
  'aiResolution',
  'firstContactResolution',
  'escalation',
  'coverage',
] as const satisfies readonly RateName[];

export const BREAKDOWN_TIMES = ['ai', 'human'] as const satisfies readonly MttrName[];

export type BreakdownColumn =
  | 'segment'
  | 'episodes'
  | (typeof BREAKDOWN_RATES)[number]
  | `mttr-${(typeof BREAKDOWN_TIMES)[number]}`;

/** `hurts` is no column: tickets that came back or vanished, most first. */
export type BreakdownSort = BreakdownColumn | 'hurts';

export const BREAKDOWN_SORTS: readonly BreakdownSort[] = [
  'hurts',
  'segment',
  'episodes',
  ...BREAKDOWN_RATES,
  'mttr-ai',
  'mttr-human',
];

/** What a click on the column's number lists. */
export const COLUMN_COHORTS: Readonly<Record<Exclude<BreakdownColumn, 'segment'>, CohortName>> = {
  episodes: 'all',
  containmentGap: 'rate:containmentGap',
  reversal: 'rate:reversal',
  aiResolution: 'rate:aiResolution',
  firstContactResolution: 'rate:firstContactResolution',
  escalation: 'rate:escalation',
  coverage: 'rate:coverage',
  'mttr-ai': 'time:ai',
  'mttr-human': 'time:human',
};
