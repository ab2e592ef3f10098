import type { AttentionKind, AttentionList, AttentionTicket } from '../contract';
import { COHORTS, type CohortName } from '../domain/kpi/cohort';
import type { EpochMs } from '../domain/time';
import type {
  DayRange,
  EpisodeList,
  EpisodePage,
  ListedEpisodeRow,
  NamedEpisodeQuery,
} from '../ports/score-store';
import type { RegisteredActor } from '../ports/settings-store';
import { agentNames, issueIdOf } from './episode-view';
import { recordOf } from './ticket-record';
import { isoOrNull } from './wire-time';

/** As many as one search can name. */
const MAX_LISTED = 200;

const LISTS: readonly {
  readonly kind: AttentionKind;
  readonly cohort: CohortName;
  readonly order: EpisodePage['order'];
}[] = [
  { kind: 'reversed', cohort: 'outcome:reversed', order: 'descending' },
  { kind: 'ambiguous', cohort: 'outcome:ambiguous', order: 'descending' },
  // Waiting for people since it was decided.
  { kind: 'escalated-open', cohort: 'escalated-open', order: 'ascending' },
];

/** What has to be read for the lists of a period. */
export const attentionQueries = (
  deskId: string,
  period: DayRange,
  asOf: EpochMs,
): readonly NamedEpisodeQuery[] =>
  LISTS.map(({ kind, cohort, order }) => ({
    name: kind,
    deskId,
    cohort: COHORTS[cohort],
    period,
    asOf,
    segment: null,
    page: { sort: 'decidedAt', order, offset: 0, limit: MAX_LISTED },
  }));

export function toAttentionLists(
  lists: ReadonlyMap<string, EpisodeList>,
  {
    actors,
    origin,
  }: { readonly actors: readonly RegisteredActor[]; readonly origin: string | null },
): readonly AttentionList[] {
  const agentOf = agentNames(actors);
  const toTicket = (row: ListedEpisodeRow): AttentionTicket => ({
    issueId: issueIdOf(row.ticketId),
    record: recordOf(origin, row.ticketId, row.ticketKey),
    episode: row.ordinal,
    outcome: row.outcome,
    rule: row.rule,
    reason: row.reason,
    agent: agentOf(row.aiAgentId),
    decidedAt: isoOrNull(row.decidedAt),
    resolvedAt: isoOrNull(row.resolvedAt),
  });
  return LISTS.flatMap(({ kind }) => {
    const list = lists.get(kind);
    return list === undefined
      ? []
      : [{ kind, total: list.total, tickets: list.rows.map(toTicket) }];
  });
}
