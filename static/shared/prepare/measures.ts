import type { MttrName, RateName } from '../../../src/contract';
import { RATE_CATALOGUE } from '../../../src/contract/catalogue';

export type MeasureName = RateName | `mttr-${MttrName}`;

const RATES = Object.keys(RATE_CATALOGUE) as readonly RateName[];
export const MTTRS = ['episode', 'ai', 'human'] as const satisfies readonly MttrName[];

/** What a trend can show, in the order of the list that offers it. */
export const MEASURES: readonly MeasureName[] = [
  'aiResolution',
  'firstContactResolution',
  ...RATES.filter((name) => name !== 'aiResolution' && name !== 'firstContactResolution'),
  ...MTTRS.map((name) => `mttr-${name}` as const),
];

/** null for a rate. */
export const mttrOf = (measure: MeasureName): MttrName | null =>
  MTTRS.find((name) => measure === `mttr-${name}`) ?? null;

export const isRate = (measure: MeasureName): measure is RateName => mttrOf(measure) === null;
