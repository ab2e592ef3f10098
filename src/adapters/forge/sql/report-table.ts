import { z } from 'zod';

import { deskDay } from '../../../domain/time';
import type {
  DaySummary,
  EpisodeList,
  NamedEpisodeQuery,
  ReportStore,
} from '../../../ports/report-store';
import type { WindowRow } from '../../../ports/score-records';
import type { SqlCondition } from './cohort-condition';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import { episodeListSql, toEpisodeList } from './episode-list';
import { EPISODE_COLUMNS } from './episode-row';
import type { SqlDatabase, SqlRow } from './forge-database';
import { WINDOW } from './rollup-table';
import { segmentsSql, toSegments } from './segment-counts';
import { placeholders } from './statement';

const rollupSchema = z.object({
  day: textColumn,
  version: integerColumn,
  computed_at: timeColumn,
  summary: textColumn,
  tally: textColumn,
});

const windowSummarySchema = z.object({
  desk_id: textColumn,
  definition_version: integerColumn,
  computed_at: timeColumn,
  summary: textColumn,
});

/** Reads of `daily_rollup` and `episode` for screens: one statement each. */
export const createReportTable = (db: SqlDatabase): ReportStore => ({
  async readPeriod(query) {
    const parts = [rollupSql(query), ...query.lists.map(listSql)];
    const rows = await db.select(
      parts.map(({ sql }) => sql).join('\nUNION ALL\n'),
      parts.flatMap(({ params }) => params),
    );
    const ofKind = (kind: string): readonly SqlRow[] => rows.filter((row) => row['kind'] === kind);
    return {
      days: ofKind('all')
        .map(toDaySummary)
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
      window: toWindow(ofKind(WINDOW)[0], query),
      lists: new Map(
        query.lists.map(({ name }, i): readonly [string, EpisodeList] => [
          name,
          toEpisodeList(ofKind(`list ${i}`)),
        ]),
      ),
    };
  },

  async readWindowSummaries({ deskIds, days }) {
    if (deskIds.length === 0) return [];
    const rows = await db.select(
      `SELECT desk_id, definition_version, computed_at, summary FROM daily_rollup
        WHERE desk_id IN ${placeholders(deskIds.length)} AND dimension = '${WINDOW}' AND day = '${WINDOW}' AND segment_hash = ?`,
      [...deskIds, String(days)],
    );
    return parseRows(windowSummarySchema, rows).map((row) => ({
      deskId: row.desk_id,
      definitionVersion: row.definition_version,
      computedAt: row.computed_at,
      summary: row.summary === '' ? null : row.summary,
    }));
  },

  async readSegments(query) {
    if (query.slices.length === 0) return [];
    const { sql, params } = segmentsSql(query);
    return toSegments(query.slices, await db.select(sql, params));
  },

  async listEpisodes(query, page) {
    const { sql, params } = episodeListSql(query, page);
    return toEpisodeList(await db.select(sql, params));
  },
});

interface PeriodQuery {
  readonly deskId: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly windowDays: number | null;
}

/** Columns that only the rows of a list have. */
const LIST_COLUMNS = [
  'total',
  'place',
  'ticket_key',
  ...EPISODE_COLUMNS.filter((name) => name !== 'day'),
];

const rollupSql = ({ deskId, fromDay, toDay, windowDays }: PeriodQuery): SqlCondition => ({
  sql: `SELECT dimension AS kind, day, definition_version AS version, computed_at, summary,
      CASE WHEN dimension = '${WINDOW}' THEN tally ELSE '' END AS tally, ${LIST_COLUMNS.map((name) => `NULL AS ${name}`).join(', ')}
    FROM daily_rollup
    WHERE desk_id = ? AND ((dimension = 'all' AND day >= ? AND day < ?) OR (dimension = '${WINDOW}' AND segment_hash = ?))`,
  params: [deskId, fromDay, toDay, windowDays === null ? '' : String(windowDays)],
});

const listSql = (query: NamedEpisodeQuery, index: number): SqlCondition => {
  const { sql, params } = episodeListSql(query, query.page);
  const columns = LIST_COLUMNS.map((name) => `listed.${name}`).join(', ');
  return {
    sql: `SELECT 'list ${index}', listed.day, 0, 0, '', '', ${columns} FROM (${sql}) AS listed`,
    params,
  };
};

function toDaySummary(row: SqlRow): DaySummary {
  const { day, summary } = rollupSchema.parse(row);
  return { day: deskDay(day), summary };
}

function toWindow(row: SqlRow | undefined, { deskId, windowDays }: PeriodQuery): WindowRow | null {
  if (row === undefined || windowDays === null) return null;
  const { version, tally, summary, computed_at } = rollupSchema.parse(row);
  return {
    deskId,
    days: windowDays,
    definitionVersion: version,
    tally,
    summary,
    computedAt: computed_at,
  };
}
