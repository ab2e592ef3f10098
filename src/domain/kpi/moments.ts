/** What mean and variance of durations are made of. Sums add up over disjoint sets. */
export interface Moments {
  readonly n: number;
  readonly sumMs: number;
  /** Sum of squares, in ms². */
  readonly sumSquaresMs2: number;
}

export const NO_MOMENTS: Moments = { n: 0, sumMs: 0, sumSquaresMs2: 0 };

export const addMoments = (a: Moments, b: Moments): Moments => ({
  n: a.n + b.n,
  sumMs: a.sumMs + b.sumMs,
  sumSquaresMs2: a.sumSquaresMs2 + b.sumSquaresMs2,
});

/** The square of the mean's standard error, in ms²; null under 2 values. */
export function squaredErrorMs2({ n, sumMs, sumSquaresMs2 }: Moments): number | null {
  if (n < 2) return null;
  // Equal values may differ from zero by rounding, on either side.
  const variance = Math.max(0, sumSquaresMs2 - sumMs ** 2 / n) / (n - 1);
  return variance / n;
}
