import type { DurationHistogram } from './duration-histogram';
import { DURATIONS, type DurationName, type Tally } from './tally';

/** Number and mean of durations, in milliseconds; null in its place: no data. */
export interface MeanDuration {
  readonly n: number;
  readonly mean: number;
}

/**
 * A tally without the bins of its histograms: everything but quantiles can be told from it, and it
 * stays small however many tickets were counted. Summaries merge like tallies.
 */
export function summaryOf(tally: Tally): Tally {
  const durations: Partial<Record<DurationName, DurationHistogram>> = {};
  for (const name of DURATIONS) {
    const histogram = tally.durations[name];
    if (histogram !== undefined) durations[name] = { ...histogram, bins: {} };
  }
  return { ...tally, durations };
}

export function meanOf(tally: Tally, name: DurationName): MeanDuration | null {
  const histogram = tally.durations[name];
  if (histogram === undefined || histogram.n === 0) return null;
  return { n: histogram.n, mean: histogram.sumMs / histogram.n };
}
