import { ok, type Result } from '../domain/app-error';
import { perMttr } from '../domain/kpi/mttr';
import { ratesOf } from '../domain/kpi/score';
import { meanOf } from '../domain/kpi/tally-summary';
import type { WindowSummary } from '../domain/kpi/window-summary';
import type { EpochMs } from '../domain/time';
import type {
  ComparedDesk,
  DeskComparison,
  ReadDeskComparisonInput,
  SegmentScore,
} from '../contract';
import type { DeskRow, WindowSummaryRow } from '../ports/score-store';
import type { Deps } from './deps';
import { viewableDesks } from './list-desks';
import { openView } from './open-view';
import { periodEndingAt } from './period-ending-at';
import { reportFrame } from './report-frame';
import { timeIntervals } from './time-intervals';
import { iso } from './wire-time';

const DESKS_COMPARED = 50;

/** Every desk that the viewer may see, beside the others: two statements, whatever their number. */
export async function readDeskComparison(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { periodDays }: ReadDeskComparisonInput,
): Promise<Result<DeskComparison>> {
  const found = await viewableDesks(deps);
  if (!found.ok) return found;
  const desks = found.value.slice(0, DESKS_COMPARED);
  const windows = await deps.store.readWindowSummaries({
    deskIds: desks.map(({ deskId }) => deskId),
    days: periodDays,
  });
  const byDesk = new Map(windows.map((window) => [window.deskId, window]));
  const now = deps.clock.now();
  return ok({
    asOf: iso(now),
    periodDays,
    desks: desks.map((desk) =>
      toCompared(desk, byDesk.get(desk.deskId) ?? null, { now, periodDays }),
    ),
    total: found.value.length,
  });
}

function toCompared(
  desk: DeskRow,
  window: WindowSummaryRow | null,
  { now, periodDays }: { readonly now: EpochMs; readonly periodDays: number },
): ComparedDesk {
  const { desk: label, completeFrom, backfill } = reportFrame(desk, now);
  const frame = {
    desk: label,
    definition: desk.definition,
    definitionVersion: desk.definitionVersion,
    isRescoring: desk.rescore !== null,
    completeFrom,
    backfill,
    open: openView(desk, now),
  };
  // A summary that an older app did not write comes with the hour's computation.
  if (window === null || window.summary === null) {
    return { ...frame, computedAt: null, period: null, score: null };
  }
  return {
    ...frame,
    computedAt: iso(window.computedAt),
    period: periodEndingAt(window.computedAt, periodDays, desk.profile),
    // Summaries are of our own making; a broken one throws rather than counting as nothing.
    score: scoreOf(JSON.parse(window.summary) as WindowSummary),
  };
}

function scoreOf({ tally, mediansMs }: WindowSummary): SegmentScore {
  const intervals = timeIntervals(tally);
  return {
    episodes: tally.counts.episodes ?? 0,
    provisional: Object.values(tally.provisional).reduce((sum, count) => sum + count, 0),
    rates: ratesOf(tally),
    timeToResolve: perMttr((name) => {
      const [mean, medianMs] = [meanOf(tally, name), mediansMs[name]];
      if (mean === null || medianMs === null) return null;
      return { n: mean.n, meanMs: mean.mean, medianMs, interval: intervals[name] };
    }),
  };
}
