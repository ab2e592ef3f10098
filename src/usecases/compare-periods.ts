import { ok, type Result } from '../domain/app-error';
import { meanChange, rateChanges } from '../domain/kpi/comparison';
import { perMttr } from '../domain/kpi/mttr';
import { NO_SEGMENT, segmentFiguresOf } from '../domain/kpi/segment-figures';
import { deskDay } from '../domain/time';
import type { ComparePeriodsInput, PeriodComparison } from '../contract';
import type { SegmentSlice } from '../ports/score-store';
import type { Deps } from './deps';
import { measuredAt, reportFrame } from './report-frame';
import { toSegmentScore } from './segment-score';
import { viewableDesk } from './viewable-desk';

/** Two periods beside each other, counted from the episodes as they are, and what differs. */
export async function comparePeriods(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project, earlier, later }: ComparePeriodsInput,
): Promise<Result<PeriodComparison>> {
  const found = await viewableDesk(deps, project);
  if (!found.ok) return found;
  const desk = found.value;
  const now = deps.clock.now();
  const [before, after] = (
    await deps.store.readSegments({
      deskId: desk.deskId,
      asOf: measuredAt(desk, now),
      slices: [earlier, later].map(({ fromDay, toDay }): SegmentSlice => ({
        fromDay: deskDay(fromDay),
        toDay: deskDay(toDay),
        dimension: null,
      })),
    })
  ).map((segments) => segmentFiguresOf(segments.get(null) ?? NO_SEGMENT));
  if (before === undefined || after === undefined) throw new Error('A period was not answered');
  return ok({
    ...reportFrame(desk, now),
    earlier: { ...earlier, score: toSegmentScore(before) },
    later: { ...later, score: toSegmentScore(after) },
    changes: rateChanges(after.rates, before.rates),
    timeChangesMs: perMttr((name) => meanChange(after.times[name], before.times[name])),
  });
}
