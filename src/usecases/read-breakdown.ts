import { ok, type Result } from '../domain/app-error';
import { NO_SEGMENT, segmentFiguresOf } from '../domain/kpi/segment-figures';
import type { Breakdown, BreakdownRow, ReadBreakdownInput } from '../contract';
import type { Deps } from './deps';
import { agentNames } from './episode-view';
import { periodEndingAt } from './period-ending-at';
import { measuredAt, reportFrame } from './report-frame';
import { toSegmentScore } from './segment-score';
import { viewableDesk } from './viewable-desk';

/** A period's figures by request type, priority or agent, counted from the episodes as they are. */
export async function readBreakdown(
  deps: Pick<Deps, 'store' | 'access' | 'settings' | 'clock'>,
  { project, periodDays, dimension }: ReadBreakdownInput,
): Promise<Result<Breakdown>> {
  const found = await viewableDesk(deps, project);
  if (!found.ok) return found;
  const desk = found.value;
  const now = deps.clock.now();
  const asOf = measuredAt(desk, now);
  const period = periodEndingAt(asOf, periodDays, desk.profile);
  // Medians do not add up, so the whole is a slice of its own.
  const [parts, whole] = await deps.store.readSegments({
    deskId: desk.deskId,
    asOf,
    slices: [
      { ...period, dimension },
      { ...period, dimension: null },
    ],
  });
  const agentOf =
    dimension === 'ai-agent'
      ? agentNames(await deps.settings.readRegistry())
      : (id: string | null) => id;
  return ok({
    ...reportFrame(desk, now),
    dimension,
    period: { days: periodDays, ...period },
    rows: [...(parts ?? [])].map(([segment, counts]): BreakdownRow => ({
      segment,
      label: agentOf(segment),
      ...toSegmentScore(segmentFiguresOf(counts)),
    })),
    total: toSegmentScore(segmentFiguresOf(whole?.get(null) ?? NO_SEGMENT)),
  });
}
