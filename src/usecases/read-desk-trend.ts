import { ok, type Result } from '../domain/app-error';
import type { DeskTrend, ReadDeskTrendInput } from '../contract';
import type { DayRange, DeskRow } from '../ports/score-store';
import type { Deps } from './deps';
import { periodEndingAt } from './period-ending-at';
import { measuredAt, reportFrame } from './report-frame';
import { toDayTally, trendPoints } from './trend-points';
import { viewableDesk } from './viewable-desk';
import { iso } from './wire-time';

/** A desk's rates and times over up to a year, from the summaries of its days. */
export async function readDeskTrend(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project, periodDays, by }: ReadDeskTrendInput,
): Promise<Result<DeskTrend>> {
  const found = await viewableDesk(deps, project);
  if (!found.ok) return found;
  const desk = found.value;
  const now = deps.clock.now();
  const period = periodEndingAt(measuredAt(desk, now), periodDays, desk.profile);
  const { days } = await deps.store.readPeriod({
    deskId: desk.deskId,
    ...period,
    windowDays: null,
    lists: [],
  });
  return ok({
    ...reportFrame(desk, now),
    period: { days: periodDays, ...period },
    points: trendPoints(days.map(toDayTally), period, by === 'week' ? 7 : 1),
    definitionChanges: changesWithin(desk, period),
  });
}

function changesWithin(
  { definitionChanges }: DeskRow,
  { fromDay, toDay }: DayRange,
): DeskTrend['definitionChanges'] {
  return definitionChanges
    .filter(({ day }) => day >= fromDay && day < toDay)
    .map(({ version, publishedAt, day }) => ({ version, publishedAt: iso(publishedAt), day }));
}
