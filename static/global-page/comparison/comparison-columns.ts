import type { MttrName, RateName } from '../../../src/contract';

/** Lengths of a period over which desks can be told apart: of a day, too little is known. */
export const COMPARED_DAYS = [7, 30, 90] as const;
export type ComparedDays = (typeof COMPARED_DAYS)[number];

/** Columns with a rate, in the order in which they stand. */
export const COMPARED_RATES = [
  'coverage',
  'aiResolution',
  'firstContactResolution',
  'escalation',
  'containmentGap',
  'reversal',
] as const satisfies readonly RateName[];
export type ComparedRate = (typeof COMPARED_RATES)[number];

export const COMPARED_TIMES = ['ai', 'human'] as const satisfies readonly MttrName[];
export type ComparedTime = (typeof COMPARED_TIMES)[number];

export type ComparisonColumn = 'desk' | 'episodes' | ComparedRate | `mttr-${ComparedTime}` | 'open';

export const COMPARISON_COLUMNS: readonly ComparisonColumn[] = [
  'desk',
  'episodes',
  ...COMPARED_RATES,
  ...COMPARED_TIMES.map((name) => `mttr-${name}` as const),
  'open',
];
