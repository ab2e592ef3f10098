import { EMPTY_HISTOGRAM, measureOf } from './duration-histogram';
import { perMttr, type MttrName } from './mttr';
import type { Tally } from './tally';
import { summaryOf } from './tally-summary';

/** A tally without its bins, and the medians that only bins can tell. */
export interface WindowSummary {
  readonly tally: Tally;
  /** Within 1 %; null without resolved episodes. */
  readonly mediansMs: Readonly<Record<MttrName, number | null>>;
}

export const windowSummaryOf = (tally: Tally): WindowSummary => ({
  tally: summaryOf(tally),
  mediansMs: perMttr((name) => measureOf(tally.durations[name] ?? EMPTY_HISTOGRAM)?.median ?? null),
});
