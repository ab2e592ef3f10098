import { err, ok, type Result } from '../domain/app-error';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import { scorecardOf } from '../domain/kpi/score';
import { mergeTallies, type Tally } from '../domain/kpi/tally';
import { elapsedMs, epochMs, type DeskDay, type EpochMs } from '../domain/time';
import type { DeskScorecard, ReadDeskScorecardInput, TrendPoint } from '../contract';
import type { DeskRow, RollupRow } from '../ports/score-store';
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
  const toDay = addDays(deskDayOf(asOf, desk.profile.timeZone), 1);
  const fromDay = addDays(toDay, -periodDays);
  const rows = await deps.store.readRollups({
    deskId: desk.deskId,
    dimension: 'all',
    fromDay,
    toDay: addDays(toDay, -1),
  });
  return ok(toScorecard(desk, rows, { fromDay, toDay, periodDays, now: deps.clock.now() }));
}

interface Asked {
  readonly fromDay: DeskDay;
  readonly toDay: DeskDay;
  readonly periodDays: number;
  readonly now: EpochMs;
}

function toScorecard(desk: DeskRow, rows: readonly RollupRow[], asked: Asked): DeskScorecard {
  const tallies = rows.map(({ day, tally }) => ({ day, tally: parseTally(tally) }));
  const { standing, backfill } = desk;
  const { openMedianOpenedAt = null, openTickets = 0, nextMaturesAt = null } = standing ?? {};
  return {
    desk: { key: desk.key, timeZone: desk.profile.timeZone },
    asOf: new Date(asked.now).toISOString(),
    computedAt: iso(standing?.asOf ?? null),
    period: { days: asked.periodDays, fromDay: asked.fromDay, toDay: asked.toDay },
    definition: desk.definition,
    definitionVersion: desk.definitionVersion,
    score: scorecardOf(mergeTallies(tallies.map(({ tally }) => tally))),
    trend: trendOf(tallies, asked),
    open: {
      tickets: openTickets,
      medianAgeMs:
        openMedianOpenedAt === null ? null : elapsedMs(epochMs(openMedianOpenedAt), asked.now),
    },
    completeFrom: backfill.status === 'done' ? iso(backfill.completeFrom) : null,
    backfill: {
      status: backfill.status,
      ticketsDone: backfill.ticketsDone,
      ticketsTotal: backfill.ticketsTotal,
    },
    nextMaturesAt: iso(nextMaturesAt),
  };
}

function trendOf(
  tallies: readonly { readonly day: DeskDay; readonly tally: Tally }[],
  { fromDay, toDay, periodDays }: Asked,
): readonly TrendPoint[] {
  const bucketDays = periodDays > DAILY_UP_TO_DAYS ? 7 : 1;
  const points: TrendPoint[] = [];
  // Whole buckets that end with the period; the first may begin before it and is cut.
  for (let end = toDay; end > fromDay; end = addDays(end, -bucketDays)) {
    const start = addDays(end, -bucketDays) < fromDay ? fromDay : addDays(end, -bucketDays);
    const inside = tallies.filter(({ day }) => day >= start && day < end).map(({ tally }) => tally);
    const score = scorecardOf(mergeTallies(inside));
    points.unshift({
      day: start,
      days: bucketDays,
      rates: score.rates,
      timeToResolveMs: {
        episode: score.timeToResolveMs.episode,
        ai: score.timeToResolveMs.ai,
        human: score.timeToResolveMs.human,
      },
      isProvisional: Object.values(score.provisional).some((count) => count > 0),
    });
  }
  return points;
}

/** Tallies are of our own making; a broken one throws rather than counting as nothing. */
export const parseTally = (text: string): Tally => JSON.parse(text) as Tally;

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
