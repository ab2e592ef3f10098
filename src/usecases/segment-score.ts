import type { SegmentScore } from '../contract';
import { meanInterval } from '../domain/kpi/mean-interval';
import { perMttr } from '../domain/kpi/mttr';
import { type SegmentFigures } from '../domain/kpi/segment-figures';

/** A segment's figures as a screen takes them. */
export const toSegmentScore = (figures: SegmentFigures): SegmentScore => ({
  episodes: figures.episodes,
  provisional: figures.provisional,
  rates: figures.rates,
  timeToResolve: perMttr((name) => {
    const time = figures.times[name];
    if (time === null) return null;
    const { n, sumMs, medianMs } = time;
    return { n, meanMs: sumMs / n, medianMs, interval: meanInterval(time) };
  }),
});
