import type { DurationMeasure } from './measurement';
import type { Moments } from './moments';

/**
 * Bounds of neighbouring bins have this ratio, so that the geometric middle of a bin is within 0.5 %
 * of everything in it.
 */
const RATIO = 1.01;
const LOG_RATIO = Math.log(RATIO);

/**
 * Durations in logarithmic bins: mergeable in any order and grouping, with an exact mean, the exact
 * variance (but for rounding) and quantiles within 1 %. Plain data; `bins` maps a bin's index to its
 * count, and index −1 holds the durations under a millisecond.
 */
export interface DurationHistogram {
  readonly n: number;
  readonly sumMs: number;
  /** Sum of squares, in ms²; left out by versions that did not keep it. */
  readonly sumSquaresMs2?: number;
  /** 0 while empty. */
  readonly minMs: number;
  readonly maxMs: number;
  readonly bins: Readonly<Record<number, number>>;
}

export const EMPTY_HISTOGRAM: DurationHistogram = {
  n: 0,
  sumMs: 0,
  sumSquaresMs2: 0,
  minMs: 0,
  maxMs: 0,
  bins: {},
};

/** Collects durations; `build` gives the histogram of what was added so far. */
export class HistogramBuilder {
  #n = 0;
  #sumMs = 0;
  /** NaN once a part was added that lacks it. */
  #sumSquaresMs2 = 0;
  #minMs = Infinity;
  #maxMs = 0;
  readonly #bins = new Map<number, number>();

  /** @param ms - milliseconds, ≥ 0 */
  add(ms: number): void {
    this.#n += 1;
    this.#sumMs += ms;
    this.#sumSquaresMs2 += ms * ms;
    this.#minMs = Math.min(this.#minMs, ms);
    this.#maxMs = Math.max(this.#maxMs, ms);
    this.#addTo(binOf(ms), 1);
  }

  addAll(histogram: DurationHistogram): void {
    if (histogram.n === 0) return;
    this.#n += histogram.n;
    this.#sumMs += histogram.sumMs;
    this.#sumSquaresMs2 += histogram.sumSquaresMs2 ?? Number.NaN;
    this.#minMs = Math.min(this.#minMs, histogram.minMs);
    this.#maxMs = Math.max(this.#maxMs, histogram.maxMs);
    for (const [bin, count] of Object.entries(histogram.bins)) this.#addTo(Number(bin), count);
  }

  build(): DurationHistogram {
    if (this.#n === 0) return EMPTY_HISTOGRAM;
    const bins = Object.fromEntries([...this.#bins].sort(([a], [b]) => a - b));
    return {
      n: this.#n,
      sumMs: this.#sumMs,
      ...(Number.isNaN(this.#sumSquaresMs2) ? {} : { sumSquaresMs2: this.#sumSquaresMs2 }),
      minMs: this.#minMs,
      maxMs: this.#maxMs,
      bins,
    };
  }

  #addTo(bin: number, count: number): void {
    this.#bins.set(bin, (this.#bins.get(bin) ?? 0) + count);
  }
}

export function histogramOf(durationsMs: Iterable<number>): DurationHistogram {
  const builder = new HistogramBuilder();
  for (const ms of durationsMs) builder.add(ms);
  return builder.build();
}

export function mergeHistograms(histograms: Iterable<DurationHistogram>): DurationHistogram {
  const builder = new HistogramBuilder();
  for (const histogram of histograms) builder.addAll(histogram);
  return builder.build();
}

/**
 * The quantile by linear interpolation between ranks, within 1 % of the exact one; null while empty.
 *
 * @param q - 0..1
 */
export function quantileMs(histogram: DurationHistogram, q: number): number | null {
  if (histogram.n === 0) return null;
  const rank = q * (histogram.n - 1);
  const low = valueAtRank(histogram, Math.floor(rank));
  const high = valueAtRank(histogram, Math.ceil(rank));
  return low + (rank - Math.floor(rank)) * (high - low);
}

/** Mean, median and 90th percentile; null while empty. */
export function measureOf(histogram: DurationHistogram): DurationMeasure | null {
  const median = quantileMs(histogram, 0.5);
  const p90 = quantileMs(histogram, 0.9);
  if (median === null || p90 === null) return null;
  return { n: histogram.n, mean: histogram.sumMs / histogram.n, median, p90 };
}

/** What mean and variance are made of; null where the sum of squares was not kept. */
export function momentsOf(histogram: DurationHistogram): Moments | null {
  const { n, sumMs, sumSquaresMs2 } = histogram;
  return sumSquaresMs2 === undefined ? null : { n, sumMs, sumSquaresMs2 };
}

/** The bins with a representative duration each, shortest first. */
export function binsOf(
  histogram: DurationHistogram,
): readonly { readonly ms: number; readonly count: number }[] {
  return Object.entries(histogram.bins)
    .map(([bin, count]) => ({ bin: Number(bin), count }))
    .sort((a, b) => a.bin - b.bin)
    .map(({ bin, count }) => ({ ms: middleOf(bin, histogram), count }));
}

/** The extremes are exact, so that one or two durations come back as they are. */
function valueAtRank(histogram: DurationHistogram, rank: number): number {
  if (rank <= 0) return histogram.minMs;
  if (rank >= histogram.n - 1) return histogram.maxMs;
  let seen = 0;
  for (const { ms, count } of binsOf(histogram)) {
    seen += count;
    if (rank < seen) return ms;
  }
  return histogram.maxMs;
}

const binOf = (ms: number): number => (ms < 1 ? -1 : Math.floor(Math.log(ms) / LOG_RATIO));

function middleOf(bin: number, { minMs, maxMs }: DurationHistogram): number {
  const middle = bin < 0 ? 0 : Math.exp((bin + 0.5) * LOG_RATIO);
  return Math.min(maxMs, Math.max(minMs, middle));
}
