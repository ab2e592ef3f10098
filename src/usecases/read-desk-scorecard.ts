import { ok, type Result } from '../domain/app-error';
import { scorecardOf } from '../domain/kpi/score';
import { mergeTallies, type Tally } from '../domain/kpi/tally';
import type { EpochMs } from '../domain/time';
import type { DeskScorecard, ReadDeskScorecardInput } from '../contract';
import type { DayRange, DeskRow } from '../ports/score-store';
import { attentionQueries, toAttentionLists } from './attention-lists';
import type { Deps } from './deps';
import { openView } from './open-view';
import { describeBefore, periodBefore } from './period-before';
import { periodEndingAt } from './period-ending-at';
import { measuredAt, reportFrame } from './report-frame';
import { readOrigin } from './ticket-record';
import { timeIntervals } from './time-intervals';
import { parseTally, toDayTally, trendPoints, type DayTally } from './trend-points';
import { viewableDesk } from './viewable-desk';
import { isoOrNull } from './wire-time';

/** Periods longer than this are drawn by the week. */
const DAILY_UP_TO_DAYS = 30;

export type ScorecardDeps = Pick<Deps, 'store' | 'access' | 'settings' | 'connections' | 'clock'>;

/** A desk's KPIs of the last days, from roll-ups: two statements, whatever the number of tickets. */
export async function readDeskScorecard(
  deps: ScorecardDeps,
  { project, periodDays, withAttention = false }: ReadDeskScorecardInput,
): Promise<Result<DeskScorecard>> {
  const found = await viewableDesk(deps, project);
  if (!found.ok) return found;
  const desk = found.value;
  const { deskId } = desk;
  const now = deps.clock.now();
  const asOf = measuredAt(desk, now);
  const period = periodEndingAt(asOf, periodDays, desk.profile);
  const before = periodBefore(period, periodDays);
  const read = await deps.store.readPeriod({
    deskId,
    fromDay: before.fromDay,
    toDay: period.toDay,
    windowDays: periodDays,
    lists: withAttention ? attentionQueries(deskId, period, asOf) : [],
  });
  // Between a refresh that was cut off and the next one, the days are merged here.
  const tally =
    read.window?.computedAt === asOf
      ? parseTally(read.window.tally)
      : await mergeDays(deps, deskId, period);
  const days = read.days.map(toDayTally);
  return ok({
    ...describePeriod(desk, tally, days, { period, periodDays, now }),
    before: describeBefore(desk, days, before, tally),
    attention: withAttention
      ? toAttentionLists(read.lists, {
          actors: await deps.settings.readRegistry(),
          origin: await readOrigin(deps, deskId),
        })
      : null,
  });
}

async function mergeDays(
  { store }: ScorecardDeps,
  deskId: string,
  { fromDay, toDay }: DayRange,
): Promise<Tally> {
  const rows = await store.readRollups({ deskId, dimension: 'all', fromDay, toDay });
  return mergeTallies(rows.filter(({ day }) => day < toDay).map(({ tally }) => parseTally(tally)));
}

interface Asked {
  readonly period: DayRange;
  readonly periodDays: number;
  readonly now: EpochMs;
}

function describePeriod(
  desk: DeskRow,
  tally: Tally,
  days: readonly DayTally[],
  { period, periodDays, now }: Asked,
): Omit<DeskScorecard, 'before' | 'attention'> {
  return {
    ...reportFrame(desk, now),
    period: { days: periodDays, ...period },
    definition: desk.definition,
    score: scorecardOf(tally),
    timeIntervalsMs: timeIntervals(tally),
    trend: trendPoints(days, period, periodDays > DAILY_UP_TO_DAYS ? 7 : 1),
    open: openView(desk, now),
    nextMaturesAt: isoOrNull(desk.standing?.nextMaturesAt ?? null),
  };
}
