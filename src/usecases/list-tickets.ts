import { ok, type Result } from '../domain/app-error';
import { COHORTS } from '../domain/kpi/cohort';
import { isMature } from '../domain/outcome/verdict';
import type { EpochMs } from '../domain/time';
import type { ListedEpisode, ListTicketsInput, TicketList } from '../contract';
import { DEFAULT_PERIOD_DAYS } from '../contract/catalogue';
import type { EpisodeRow } from '../ports/score-store';
import type { Deps } from './deps';
import { deskRange } from './desk-range';
import { agentNames, issueIdOf } from './episode-view';
import { periodEndingAt } from './period-ending-at';
import { measuredAt, reportFrame } from './report-frame';
import { readOrigin, recordOf } from './ticket-record';
import { viewableDesk } from './viewable-desk';
import { iso, isoOrNull } from './wire-time';

/** The episodes that a number counted, a page at a time. */
export async function listTickets(
  deps: Pick<Deps, 'store' | 'access' | 'settings' | 'connections' | 'clock'>,
  input: ListTicketsInput,
): Promise<Result<TicketList>> {
  const found = await viewableDesk(deps, input.project);
  if (!found.ok) return found;
  const desk = found.value;
  const now = deps.clock.now();
  const asOf = measuredAt(desk, now);
  const period =
    input.period === null
      ? periodEndingAt(asOf, DEFAULT_PERIOD_DAYS, desk.profile)
      : deskRange(input.period);
  const { total, rows } = await deps.store.listEpisodes(
    {
      deskId: desk.deskId,
      cohort: COHORTS[input.cohort],
      period,
      asOf,
      segment: input.segment,
    },
    input,
  );
  const agentOf = agentNames(await deps.settings.readRegistry());
  const origin = await readOrigin(deps, desk.deskId);
  return ok({
    ...reportFrame(desk, now),
    cohort: input.cohort,
    period,
    total,
    offset: input.offset,
    rows: rows.map((row) => ({
      ...toListed(row, agentOf(row.aiAgentId), asOf),
      record: recordOf(origin, row.ticketId, row.ticketKey),
    })),
  });
}

const toListed = (
  row: EpisodeRow,
  agent: string | null,
  asOf: EpochMs,
): Omit<ListedEpisode, 'record'> => ({
  issueId: issueIdOf(row.ticketId),
  episode: row.ordinal,
  outcome: row.outcome,
  rule: row.rule,
  reason: row.reason,
  evidence: row.evidence,
  firstContact: row.firstContact,
  openedAt: iso(row.openedAt),
  resolvedAt: isoOrNull(row.resolvedAt),
  decidedAt: isoOrNull(row.decidedAt),
  maturesAt: isoOrNull(row.maturesAt),
  isMature: isMature(row, asOf),
  timeToResolveMs: row.episodeMs,
  requestType: row.requestType,
  priority: row.priority,
  agent,
  confidence: row.confidence,
});
