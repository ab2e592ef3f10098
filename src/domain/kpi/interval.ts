import type { Rate, RateDifference } from './measurement';

/** 97.5 % quantile of the normal distribution: two-sided 95 %. */
export const Z_95 = 1.959964;

/**
 * A rate with its 95 % Wilson score interval; null without a denominator, since no data is not zero.
 *
 * @param numerator - 0..denominator
 */
export function wilson(numerator: number, denominator: number): Rate | null {
  if (denominator === 0) return null;
  const value = numerator / denominator;
  const z2 = Z_95 * Z_95;
  const centre = value + z2 / (2 * denominator);
  const spread =
    Z_95 * Math.sqrt((value * (1 - value)) / denominator + z2 / (4 * denominator ** 2));
  const scale = 1 + z2 / denominator;
  return {
    value,
    numerator,
    denominator,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}

/** `a − b` with Newcombe's hybrid score interval (his method 10), from the two Wilson intervals. */
export function newcombe(a: Rate, b: Rate): RateDifference {
  const value = a.value - b.value;
  const low = value - Math.hypot(a.value - a.low, b.high - b.value);
  const high = value + Math.hypot(a.high - a.value, b.value - b.low);
  return { value, low, high, isChange: low > 0 || high < 0 };
}
