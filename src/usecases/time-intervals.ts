import { EMPTY_HISTOGRAM, momentsOf } from '../domain/kpi/duration-histogram';
import { meanInterval } from '../domain/kpi/mean-interval';
import type { MeanInterval } from '../domain/kpi/measurement';
import type { Moments } from '../domain/kpi/moments';
import { perMttr, type MttrName } from '../domain/kpi/mttr';
import type { Tally } from '../domain/kpi/tally';

/** null when an older version counted it, without the sum of squares. */
export const momentsIn = ({ durations }: Tally, name: MttrName): Moments | null =>
  momentsOf(durations[name] ?? EMPTY_HISTOGRAM);

/** The 95 % interval of each mean; null where there is none. */
export const timeIntervals = (tally: Tally): Readonly<Record<MttrName, MeanInterval | null>> =>
  perMttr((name) => {
    const moments = momentsIn(tally, name);
    return moments === null ? null : meanInterval(moments);
  });
