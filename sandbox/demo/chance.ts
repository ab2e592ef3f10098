import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

import { createHash } from 'node:crypto';

/** A quantile function given by points: share (0..1) → value, ascending in both. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** Seeded chance. The same seed gives the same run, on every machine. */
export interface Chance {
  /** Uniform in [0, 1). */
  uniform(): number;
  /** True with probability `share`. */
  happens(share: number): boolean;
  /** Uniform in [from, to). */
  between(from: number, to: number): number;
  /** One of the items, weighted; weights need not sum to 1. */
  pick<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** One of the items, each as likely. */
  one<T>(items: readonly T[]): T;
  /** A whole number in [0, size). */
  index(size: number): number;
  /** Poisson-distributed count; exact, for means up to a few hundred. */
  count(mean: number): number;
  /** A draw from a distribution known by quantiles, interpolated on a logarithmic scale. */
  fromQuantiles(quantiles: Quantiles): number;
}

/** A stream of chance of its own for each `path`, so that one ticket's luck never shifts another's. */
export function createChance(seed: number, ...path: readonly (string | number)[]): Chance {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, ...path]))
    .digest();
  // All 128 bits of state: two of many thousand tickets must not share their luck.
  const generator = xoroshiro128plusFromState(
    [0, 4, 8, 12].map((offset) => digest.readInt32LE(offset)),
  );
  const uniform = (): number => uniformFloat64(generator);

  const pick = <T>(items: readonly (readonly [item: T, weight: number])[]): T => {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let left = uniform() * total;
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new Error('Nothing to pick from');
    return last[0];
  };

  return {
    uniform,
    happens: (share) => uniform() < share,
    between: (from, to) => from + uniform() * (to - from),
    pick,
    one: (items) => pick(items.map((item) => [item, 1] as const)),
    index: (size) => Math.floor(uniform() * size),
    count(mean) {
      const limit = Math.exp(-mean);
      let product = uniform();
      let count = 0;
      while (product > limit) {
        product *= uniform();
        count += 1;
      }
      return count;
    },
    fromQuantiles: (quantiles) => valueAt(quantiles, uniform()),
  };
}

/** Below the first point the first value holds, above the last the last: no invented tail. */
function valueAt(quantiles: Quantiles, share: number): number {
  let [lowShare, lowValue] = quantiles[0] ?? [0, 0];
  if (share <= lowShare) return lowValue;
  for (const [highShare, highValue] of quantiles) {
    if (share <= highShare) {
      const part = highShare === lowShare ? 1 : (share - lowShare) / (highShare - lowShare);
      // + 0.01 keeps the logarithm finite where a quantile is zero.
      const log = (value: number) => Math.log(value + 0.01);
      return Math.exp(log(lowValue) + part * (log(highValue) - log(lowValue))) - 0.01;
    }
    [lowShare, lowValue] = [highShare, highValue];
  }
  return lowValue;
}
