import type { CohortName, MttrName, RateName } from '../../../src/contract';
import { isRate, mttrOf } from '../../shared/prepare/measures';

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

export const BREAKDOWN_COLUMNS: readonly BreakdownColumn[] = [
  'segment',
  'episodes',
  ...BREAKDOWN_RATES,
  ...BREAKDOWN_TIMES.map((name) => `mttr-${name}` as const),
];

/** `hurts` is no column: tickets that came back or vanished, most first. */
export type BreakdownSort = BreakdownColumn | 'hurts';

export const BREAKDOWN_SORTS: readonly BreakdownSort[] = ['hurts', ...BREAKDOWN_COLUMNS];

/** What a click on the column's number lists. */
export function cohortOf(column: Exclude<BreakdownColumn, 'segment'>): CohortName {
  if (column === 'episodes') return 'all';
  return isRate(column) ? `rate:${column}` : `time:${mttrOf(column)}`;
}
