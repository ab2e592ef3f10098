import * as fc from 'fast-check';

import {
  histogramOf,
  measureOf,
  mergeHistograms,
  quantileMs,
} from '../../../src/domain/kpi/duration-histogram';
import { newcombe, wilson } from '../../../src/domain/kpi/interval';
import {
  kaplanMeier,
  kaplanMeierMedianMs,
  observationsOf,
} from '../../../src/domain/kpi/kaplan-meier';

const rate = (numerator: number, denominator: number) => {
  const made = wilson(numerator, denominator);
  if (made === null) throw new Error('no denominator');
  return made;
};

describe('wilson', () => {
  it.each([
    [0, 10, 0, 0.2775],
    [8, 10, 0.4902, 0.9433],
    [60, 100, 0.502, 0.6906],
    [340, 500, 0.6379, 0.7194],
  ])('gives %i of %i its published interval', (numerator, denominator, low, high) => {
    expect(rate(numerator, denominator).low).toBeCloseTo(low, 4);
    expect(rate(numerator, denominator).high).toBeCloseTo(high, 4);
  });

  it('has no data without a denominator', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('newcombe', () => {
  it('gives 60/100 − 45/100 its published interval, and calls it a change', () => {
    const difference = newcombe(rate(60, 100), rate(45, 100));
    expect(difference.value).toBeCloseTo(0.15, 10);
    expect(difference.low).toBeCloseTo(0.0117, 4);
    expect(difference.high).toBeCloseTo(0.2804, 4);
    expect(difference.isChange).toBe(true);
  });

  it('calls nothing a change whose interval holds zero', () => {
    expect(newcombe(rate(50, 100), rate(45, 100)).isChange).toBe(false);
  });
});

describe('kaplanMeier', () => {
  const observations = [
    { durationMs: 2, isResolved: true },
    { durationMs: 3, isResolved: true },
    { durationMs: 3, isResolved: false },
    { durationMs: 5, isResolved: true },
    { durationMs: 8, isResolved: false },
    { durationMs: 10, isResolved: true },
  ];

  it('gives the steps of the rule book', () => {
    const survival = kaplanMeier(observations).map((step) => step.survival.toFixed(4));
    expect(survival).toEqual(['0.8333', '0.6667', '0.4444', '0.4444', '0.0000']);
  });

  it('finds the median where at most half go on, and none where more than half do', () => {
    expect(kaplanMeierMedianMs(observations)).toBe(5);
    expect(kaplanMeierMedianMs([{ durationMs: 4, isResolved: false }])).toBeNull();
  });

  it('reads histograms as well, within a bin', () => {
    const median = kaplanMeierMedianMs(
      observationsOf(histogramOf([2_000, 3_000, 5_000, 10_000]), histogramOf([3_000, 8_000])),
    );
    expect(median).not.toBeNull();
    expect(Math.abs((median ?? 0) - 5_000)).toBeLessThan(50);
  });
});

describe('the duration histogram', () => {
  /** By linear interpolation between ranks, as spreadsheets do. */
  const exactQuantile = (values: readonly number[], q: number): number => {
    const sorted = [...values].sort((a, b) => a - b);
    const rank = q * (sorted.length - 1);
    const [low = 0, high = 0] = [sorted[Math.floor(rank)], sorted[Math.ceil(rank)]];
    return low + (rank - Math.floor(rank)) * (high - low);
  };
  const durations = fc.array(
    fc.double({ min: 0, max: 23, noNaN: true }).map((power) => Math.round(Math.exp(power))),
    { minLength: 1, maxLength: 200 },
  );

  it('is within 1 % of every exact quantile, and exact in the mean', () => {
    fc.assert(
      fc.property(
        durations,
        fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1),
        (values, q) => {
          const exact = exactQuantile(values, q);
          const estimate = quantileMs(histogramOf(values), q) ?? Number.NaN;
          expect(Math.abs(estimate - exact)).toBeLessThanOrEqual(0.01 * exact + 1e-9);
          const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
          expect(measureOf(histogramOf(values))?.mean).toBeCloseTo(mean, 4);
        },
      ),
      { seed: 20_261, numRuns: 1_000 },
    );
  });

  it('merges in any order and grouping to the same', () => {
    fc.assert(
      fc.property(durations, durations, durations, (a, b, c) => {
        const [x, y, z] = [histogramOf(a), histogramOf(b), histogramOf(c)];
        const { sumSquaresMs2: squares = 0, ...whole } = histogramOf([...a, ...b, ...c]);
        for (const merged of [
          mergeHistograms([mergeHistograms([z, x]), y]),
          mergeHistograms([x, mergeHistograms([y, z])]),
        ]) {
          // Squares are beyond the whole numbers that a double holds: their sum may be rounded.
          const { sumSquaresMs2 = Number.NaN, ...rest } = merged;
          expect(rest).toEqual(whole);
          expect(Math.abs(sumSquaresMs2 - squares)).toBeLessThanOrEqual(squares * 1e-12);
        }
      }),
      { seed: 20_262, numRuns: 300 },
    );
  });

  it('has no data while empty, and keeps a true zero', () => {
    expect(measureOf(histogramOf([]))).toBeNull();
    expect(measureOf(histogramOf([0]))).toEqual({ n: 1, mean: 0, median: 0, p90: 0 });
  });
});
