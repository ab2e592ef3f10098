import { OUTCOMES } from '../../../domain/outcome/outcome';
import type { EpisodeQuery, SegmentDimension } from '../../../ports/report-store';
import type { SqlValue } from './forge-database';
import { placeholders } from './statement';

/** A part of a WHERE clause, and what it binds. */
export interface SqlCondition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const SEGMENT_COLUMNS: Readonly<Record<SegmentDimension, string>> = {
  'request-type': 'request_type',
  priority: 'priority',
  'ai-agent': 'ai_agent_id',
};

/** `isInCohort` and the desk, days and segment asked for, in SQL: on the `episode` table. */
export function cohortCondition(query: EpisodeQuery): SqlCondition {
  const { deskId, cohort, period } = query;
  const parts: readonly SqlCondition[] = [
    { sql: 'desk_id = ?', params: [deskId] },
    cohort.isOfAnyDay === true
      ? ALWAYS
      : { sql: 'day >= ? AND day < ?', params: [period.fromDay, period.toDay] },
    cohort.outcomes.length === OUTCOMES.length
      ? ALWAYS
      : { sql: `outcome IN ${placeholders(cohort.outcomes.length)}`, params: cohort.outcomes },
    maturityOf(query),
    cohort.isFirstContact === true ? { sql: 'first_contact = 1', params: [] } : ALWAYS,
    resolutionOf(query),
    segmentOf(query),
  ];
  const asked = parts.filter((part) => part !== ALWAYS);
  return {
    sql: asked.map(({ sql }) => sql).join(' AND '),
    params: asked.flatMap(({ params }) => params),
  };
}

const ALWAYS: SqlCondition = { sql: '', params: [] };

function maturityOf({ cohort: { maturity }, asOf }: EpisodeQuery): SqlCondition {
  switch (maturity) {
    case 'any':
      return ALWAYS;
    case 'mature':
      return { sql: 'matures_at <= ?', params: [asOf] };
    case 'provisional':
      return { sql: 'matures_at > ?', params: [asOf] };
  }
}

function resolutionOf({ cohort: { isResolved } }: EpisodeQuery): SqlCondition {
  if (isResolved === undefined) return ALWAYS;
  return { sql: isResolved ? 'resolved_at IS NOT NULL' : 'resolved_at IS NULL', params: [] };
}

/** Compared by its bytes: collations that take `VPN` and `vpn` for one are no concern of a count. */
function segmentOf({ segment }: EpisodeQuery): SqlCondition {
  if (segment === null) return ALWAYS;
  const column = SEGMENT_COLUMNS[segment.dimension];
  if (segment.value === null) return { sql: `${column} IS NULL`, params: [] };
  return {
    sql: `${column} IS NOT NULL AND HEX(${column}) = ?`,
    params: [Buffer.from(segment.value).toString('hex').toUpperCase()],
  };
}
