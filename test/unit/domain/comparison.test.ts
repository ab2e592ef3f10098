import * as fc from 'fast-check';

import { meanChange, rateChanges } from '../../../src/domain/kpi/comparison';
import {
  histogramOf,
  mergeHistograms,
  momentsOf,
} from '../../../src/domain/kpi/duration-histogram';
import { meanInterval } from '../../../src/domain/kpi/mean-interval';
import type { Moments } from '../../../src/domain/kpi/moments';
import { ratesOf } from '../../../src/domain/kpi/score';
import { studentT } from '../../../src/domain/kpi/student-t';

const momentsIn = (values: readonly number[]): Moments => {
  const moments = momentsOf(histogramOf(values));
  if (moments === null) throw new Error('no sum of squares');
  return moments;
};

describe('studentT', () => {
  it.each([
    [1, 12.7062],
    [4, 2.7764],
    [9, 2.2622],
    [10, 2.2281],
    [12, 2.1788],
    [20, 2.086],
    [30, 2.0423],
    [60, 2.0003],
    [120, 1.9799],
    [1_000_000, 1.96],
  ])('has the quantile of the tables for %d degrees of freedom', (degrees, quantile) => {
    expect(Math.abs(studentT(degrees) - quantile)).toBeLessThan(0.000_3);
  });

  it('never falls below the next one, fractions included', () => {
    for (let degrees = 1; degrees < 60; degrees += 0.25) {
      expect(studentT(degrees)).toBeGreaterThanOrEqual(studentT(degrees + 0.25));
    }
  });
});

describe('the interval of a mean', () => {
  it('is that of the textbook', () => {
    // Mean 3, variance 2.5, error √(2.5 / 5) = 0.7071, t with 4 degrees 2.7764: 3 ± 1.9632.
    const interval = meanInterval(momentsIn([1, 2, 3, 4, 5]));
    expect(interval?.lowMs).toBeCloseTo(1.0368, 4);
    expect(interval?.highMs).toBeCloseTo(4.9632, 4);
  });

  it('does not reach below zero', () => {
    expect(meanInterval(momentsIn([0, 1_000]))?.lowMs).toBe(0);
  });

  it('is none under two values, and a point where all are equal', () => {
    expect(meanInterval(momentsIn([]))).toBeNull();
    expect(meanInterval(momentsIn([7]))).toBeNull();
    expect(meanInterval(momentsIn([7, 7, 7]))).toEqual({ lowMs: 7, highMs: 7 });
  });
});

describe('the change of a mean', () => {
  const five = momentsIn([1, 2, 3, 4, 5]);

  it("is the difference with Welch's interval", () => {
    // 6 − 3; error √(10 / 5 + 2.5 / 5) = 1.5811; 6.25 / (4 / 4 + 0.25 / 4) = 5.88 degrees of freedom,
    // hence t = 2.5706: 3 ± 4.0645.
    const change = meanChange(momentsIn([2, 4, 6, 8, 10]), five);
    expect(change?.valueMs).toBe(3);
    expect(change?.lowMs).toBeCloseTo(-1.0645, 4);
    expect(change?.highMs).toBeCloseTo(7.0645, 4);
    expect(change?.isChange).toBe(false);
  });

  it('is called one when the interval leaves out zero', () => {
    // 103 − 3; both errors √0.5, together 1; 8 degrees, t = 2.306.
    const change = meanChange(momentsIn([101, 102, 103, 104, 105]), five);
    expect(change?.lowMs).toBeCloseTo(97.694, 3);
    expect(change?.isChange).toBe(true);
    expect(meanChange(five, momentsIn([101, 102, 103, 104, 105]))).toMatchObject({
      valueMs: -100,
      isChange: true,
    });
  });

  it('is not known where a side has fewer than two values, or no sum of squares', () => {
    expect(meanChange(momentsIn([5]), five)).toBeNull();
    expect(meanChange(five, momentsIn([]))).toBeNull();
    expect(meanChange(five, null)).toBeNull();
  });
});

describe('changes of rates', () => {
  const rates = (aiResolved: number, escalated: number) =>
    ratesOf({ mature: { 'ai-resolved': aiResolved, escalated }, counts: {} });

  it("are Newcombe's, rate by rate, and none where a side has no data", () => {
    const changes = rateChanges(rates(60, 40), rates(45, 55));
    expect(changes.aiResolution?.low).toBeCloseTo(0.0117, 4);
    expect(changes.aiResolution?.high).toBeCloseTo(0.2804, 4);
    expect(changes.aiResolution?.isChange).toBe(true);
    expect(changes.escalation?.value).toBeCloseTo(-0.15, 10);
    expect(rateChanges(rates(60, 40), rates(0, 0)).aiResolution).toBeNull();
    // 60 of 60 against 45 of 45.
    expect(changes.reversal).toMatchObject({ value: 0, isChange: false });
  });
});

describe('the moments of a histogram', () => {
  it('are those of its values, however they were merged', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 30 * 86_400_000 }), { maxLength: 100 });
    fc.assert(
      fc.property(durations, durations, (a, b) => {
        const merged = momentsOf(mergeHistograms([histogramOf(a), histogramOf(b)]));
        const squares = [...a, ...b].reduce((sum, ms) => sum + ms * ms, 0);
        expect(merged?.n).toBe(a.length + b.length);
        expect(merged?.sumSquaresMs2 ?? Number.NaN).toBeGreaterThanOrEqual(squares * (1 - 1e-12));
        expect(merged?.sumSquaresMs2 ?? Number.NaN).toBeLessThanOrEqual(squares * (1 + 1e-12));
      }),
      { seed: 20_272, numRuns: 200 },
    );
  });

  it('are not known once a part lacks them, and stay so', () => {
    const { n, sumMs, minMs, maxMs, bins } = histogramOf([1, 2]);
    const merged = mergeHistograms([histogramOf([3]), { n, sumMs, minMs, maxMs, bins }]);
    expect(merged.n).toBe(3);
    expect(momentsOf(JSON.parse(JSON.stringify(merged)) as typeof merged)).toBeNull();
    expect(momentsOf(mergeHistograms([merged, histogramOf([4])]))).toBeNull();
  });
});
