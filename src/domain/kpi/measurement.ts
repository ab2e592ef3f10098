/**
 * A share of a cohort with its 95 % interval. `null` in place of a Rate means "no data": the
 * denominator was empty, which is never zero.
 */
export interface Rate {
  /** numerator / denominator, 0..1 (a gap may be any difference of two). */
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Wilson bounds at 95 %. */
  readonly low: number;
  readonly high: number;
}

/** Difference of two rates with Newcombe's 95 % interval. */
export interface RateDifference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The interval leaves out zero. */
  readonly isChange: boolean;
}

/** 95 % interval of a mean duration, in milliseconds. */
export interface MeanInterval {
  readonly lowMs: number;
  readonly highMs: number;
}

/** Difference of two mean durations in milliseconds, with Welch's 95 % interval. */
export interface MeanDifference extends MeanInterval {
  readonly valueMs: number;
  /** The interval leaves out zero. */
  readonly isChange: boolean;
}

/** Times in milliseconds; quantiles within 1 %, the mean exact. `null` in its place: no data. */
export interface DurationMeasure {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly p90: number;
}

/** Mean of ratings 1..5. `answered` of `asked` resolved episodes carry one. */
export interface RatingMeasure {
  readonly n: number;
  readonly mean: number;
  readonly answered: number;
  readonly asked: number;
}
