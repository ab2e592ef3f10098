import { z } from 'zod';

import { sourceOf } from '../../../domain/timeline/source';
import type {
  EpisodeList,
  EpisodePage,
  EpisodeQuery,
  EpisodeSort,
} from '../../../ports/report-store';
import { cohortCondition, type SqlCondition } from './cohort-condition';
import { integerColumn, optionalTextColumn } from './columns';
import { EPISODE_COLUMNS, toEpisodeRow } from './episode-row';
import type { SqlRow } from './forge-database';

const SORT_COLUMNS: Readonly<Record<EpisodeSort, string>> = {
  decidedAt: 'decided_at',
  openedAt: 'opened_at',
  resolvedAt: 'resolved_at',
  timeToResolve: 'episode_ms',
  outcome: 'outcome',
  requestType: 'request_type',
  confidence: 'confidence',
};

const totalSchema = z.object({ total: integerColumn });

/** Nulls last, whatever the engine does with them; equal values by ticket, so that pages connect. */
function orderOf({ sort, order }: EpisodePage): string {
  const column = SORT_COLUMNS[sort];
  const nulls = `CASE WHEN ${column} IS NULL THEN 1 ELSE 0 END`;
  return `${nulls}, ${column} ${order === 'ascending' ? 'ASC' : 'DESC'}, ticket_id, ordinal`;
}

const ticketKeySql = ({ deskId }: EpisodeQuery): string =>
  sourceOf(deskId) === 'servicenow'
    ? '(SELECT ticket_key FROM ticket WHERE ticket.ticket_id = page.ticket_id)'
    : 'NULL';

/**
 * A page of episodes beside the number of all: at least one row, which has no ticket when the page
 * is empty. Each says its `place`, so that the statement can be part of another one.
 */
export function episodeListSql(query: EpisodeQuery, page: EpisodePage): SqlCondition {
  const { sql, params } = cohortCondition(query);
  return {
    sql: `SELECT counted.total AS total, ROW_NUMBER() OVER (ORDER BY ${orderOf(page)}) AS place, ${ticketKeySql(query)} AS ticket_key,
        ${EPISODE_COLUMNS.map((column) => `page.${column} AS ${column}`).join(', ')}
      FROM (SELECT COUNT(*) AS total FROM episode WHERE ${sql}) AS counted
      LEFT JOIN (SELECT ${EPISODE_COLUMNS.join(', ')} FROM episode WHERE ${sql}
        ORDER BY ${orderOf(page)} LIMIT ${page.limit} OFFSET ${page.offset}) AS page ON 1 = 1`,
    params: [...params, ...params],
  };
}

export function toEpisodeList(rows: readonly SqlRow[]): EpisodeList {
  return {
    total: totalSchema.parse(rows[0]).total,
    rows: rows
      .filter((row) => row['ticket_id'] !== null)
      .map((row) => ({
        place: integerColumn.parse(row['place']),
        episode: {
          ...toEpisodeRow(row),
          ticketKey: optionalTextColumn.parse(row['ticket_key']),
        },
      }))
      .sort((a, b) => a.place - b.place)
      .map(({ episode }) => episode),
  };
}
