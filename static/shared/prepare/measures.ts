import type { MttrName, RateName } from '../../../src/contract';
import { RATE_CATALOGUE } from '../../../src/contract/catalogue';

export type TimeMeasure = `mttr-${MttrName}`;
export type MeasureName = RateName | TimeMeasure;

const RATES = Object.keys(RATE_CATALOGUE) as readonly RateName[];
export const MTTRS = ['episode', 'ai', 'human'] as const satisfies readonly MttrName[];

/** What a trend can show, in the order of the list that offers it. */
export const MEASURES: readonly MeasureName[] = [
  'aiResolution',
  'firstContactResolution',
  ...RATES.filter((name) => name !== 'aiResolution' && name !== 'firstContactResolution'),
  ...MTTRS.map((name) => `mttr-${name}` as const),
];

export const mttrOf = (measure: TimeMeasure): MttrName => measure.slice('mttr-'.length) as MttrName;

export const isRate = (measure: MeasureName): measure is RateName => !measure.startsWith('mttr-');
