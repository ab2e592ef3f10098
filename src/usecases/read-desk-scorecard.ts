import { err, ok, type Result } from '../domain/app-error';
import { addDays } from '../domain/kpi/desk-day';
import { scorecardOf } from '../domain/kpi/score';
import { mergeTallies, type Tally } from '../domain/kpi/tally';
import { meanOf } from '../domain/kpi/tally-summary';
import { elapsedMs, epochMs, type DeskDay, type EpochMs } from '../domain/time';
import type { DeskScorecard, ReadDeskScorecardInput, TrendPoint } from '../contract';
import type { DeskRow } from '../ports/score-store';
import { periodEndingAt } from './compute-windows';
import type { Deps } from './deps';

/** Periods longer than this are drawn by the week. */
const DAILY_UP_TO_DAYS = 30;

/** A desk's KPIs of the last days, from roll-ups: two statements, whatever the number of tickets. */
export async function readDeskScorecard(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project, periodDays }: ReadDeskScorecardInput,
): Promise<Result<DeskScorecard>> {
  const allowed = await deps.access.canViewDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const desk = await deps.store.readDesk(allowed.value.deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });

  const asOf = desk.standing?.asOf ?? deps.clock.now();
  const { fromDay, lastDay } = periodEndingAt(asOf, periodDays, desk);
  const query = { deskId: desk.deskId, fromDay, toDay: lastDay };
  const { days, window } = await deps.store.readPeriod({ ...query, windowDays: periodDays });
  // Between a refresh that was cut off and the next one, the days are merged here.
  const tallies =
    window?.computedAt === asOf
      ? [window.tally]
      : (await deps.store.readRollups({ ...query, dimension: 'all' })).map(({ tally }) => tally);
  const asked = { fromDay, toDay: addDays(lastDay, 1), periodDays, now: deps.clock.now() };
  return ok(toScorecard(desk, mergeTallies(tallies.map(parseTally)), days, asked));
}

interface Asked {
  readonly fromDay: DeskDay;
  readonly toDay: DeskDay;
  readonly periodDays: number;
  readonly now: EpochMs;
}

function toScorecard(
  desk: DeskRow,
  tally: Tally,
  days: readonly DaySummary[],
  asked: Asked,
): DeskScorecard {
  const { standing, backfill } = desk;
  const { openMedianOpenedAt = null, openTickets = 0, nextMaturesAt = null } = standing ?? {};
  return {
    desk: { key: desk.key, timeZone: desk.profile.timeZone },
    asOf: new Date(asked.now).toISOString(),
    computedAt: iso(standing?.asOf ?? null),
    period: { days: asked.periodDays, fromDay: asked.fromDay, toDay: asked.toDay },
    definition: desk.definition,
    definitionVersion: desk.definitionVersion,
    score: scorecardOf(tally),
    trend: trendOf(days, asked),
    open: {
      tickets: openTickets,
      medianAgeMs:
        openMedianOpenedAt === null ? null : elapsedMs(epochMs(openMedianOpenedAt), asked.now),
    },
    completeFrom: isComputedWhole(desk) ? iso(backfill.completeFrom) : null,
    backfill: {
      status: backfill.status,
      ticketsDone: backfill.ticketsDone,
      ticketsTotal: backfill.ticketsTotal,
      finishedAt: iso(backfill.finishedAt),
    },
    nextMaturesAt: iso(nextMaturesAt),
    timeIntervalsMs: { episode: null, ai: null, human: null },
    before: null,
    attention: null,
  };
}

/** The history was read, and what was read is in the figures. */
const isComputedWhole = ({ standing, backfill }: DeskRow): boolean =>
  backfill.status === 'done' &&
  backfill.finishedAt !== null &&
  standing !== null &&
  standing.asOf >= backfill.finishedAt;

interface DaySummary {
  readonly day: DeskDay;
  readonly summary: string;
}

function trendOf(
  days: readonly DaySummary[],
  { fromDay, toDay, periodDays }: Asked,
): readonly TrendPoint[] {
  const bucketDays = periodDays > DAILY_UP_TO_DAYS ? 7 : 1;
  const summaries = days.map(({ day, summary }) => ({ day, tally: parseTally(summary) }));
  const points: TrendPoint[] = [];
  // Whole buckets that end with the period; the first may begin before it and is cut.
  for (let end = toDay; end > fromDay; end = addDays(end, -bucketDays)) {
    const start = addDays(end, -bucketDays) < fromDay ? fromDay : addDays(end, -bucketDays);
    const inside = summaries.filter(({ day }) => day >= start && day < end);
    const tally = mergeTallies(inside.map((each) => each.tally));
    const { rates, provisional } = scorecardOf({ ...tally, durations: {} });
    points.unshift({
      day: start,
      days: bucketDays,
      rates,
      timeToResolveMs: {
        episode: meanOf(tally, 'episode'),
        ai: meanOf(tally, 'ai'),
        human: meanOf(tally, 'human'),
      },
      isProvisional: Object.values(provisional).some((count) => count > 0),
    });
  }
  return points;
}

/** Tallies are of our own making; a broken one throws rather than counting as nothing. */
export const parseTally = (text: string): Tally => JSON.parse(text) as Tally;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
