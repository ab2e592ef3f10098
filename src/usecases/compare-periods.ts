import { ok, type Result } from '../domain/app-error';
import { meanChange, rateChanges } from '../domain/kpi/comparison';
import { perMttr } from '../domain/kpi/mttr';
import { NO_SEGMENT, segmentFiguresOf } from '../domain/kpi/segment-figures';
import type { EpochMs } from '../domain/time';
import type { ComparePeriodsInput, PeriodComparison } from '../contract';
import { DEFAULT_PERIOD_DAYS } from '../contract/catalogue';
import type { DayRange, DeskRow } from '../ports/score-store';
import type { Deps } from './deps';
import { deskRange } from './desk-range';
import { periodBefore } from './period-before';
import { periodEndingAt } from './period-ending-at';
import { measuredAt, reportFrame } from './report-frame';
import { toSegmentScore } from './segment-score';
import { viewableDesk } from './viewable-desk';

/** Two periods beside each other, counted from the episodes as they are, and what differs. */
export async function comparePeriods(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project, periods }: ComparePeriodsInput,
): Promise<Result<PeriodComparison>> {
  const found = await viewableDesk(deps, project);
  if (!found.ok) return found;
  const desk = found.value;
  const now = deps.clock.now();
  const asOf = measuredAt(desk, now);
  const { earlier, later } =
    periods === null
      ? lastPeriods(asOf, desk)
      : { earlier: deskRange(periods.earlier), later: deskRange(periods.later) };
  const [before, after] = (
    await deps.store.readSegments({
      deskId: desk.deskId,
      asOf,
      slices: [earlier, later].map((days) => ({ ...days, dimension: null })),
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

/** The desk's last days, and as many right before them. */
function lastPeriods(
  asOf: EpochMs,
  desk: DeskRow,
): { readonly earlier: DayRange; readonly later: DayRange } {
  const later = periodEndingAt(asOf, DEFAULT_PERIOD_DAYS, desk.profile);
  return { earlier: periodBefore(later, DEFAULT_PERIOD_DAYS), later };
}
