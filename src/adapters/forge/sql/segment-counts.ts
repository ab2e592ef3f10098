import { z } from 'zod';

import type { SegmentCount } from '../../../domain/kpi/segment-figures';
import { OUTCOMES } from '../../../domain/outcome/outcome';
import type { EpochMs } from '../../../domain/time';
import type { SegmentCounts, SegmentSlice } from '../../../ports/report-store';
import { SEGMENT_COLUMNS, type SqlCondition } from './cohort-condition';
import { flagColumn, integerColumn, numberColumn, optionalTextColumn, parseRows } from './columns';
import type { SqlRow } from './forge-database';

const sumColumn = numberColumn.transform((value) => value ?? 0);

const rowSchema = z.object({
  slice: integerColumn,
  /** Its bytes in hexadecimal, so that no collation merges two names. */
  segment: optionalTextColumn.transform((hex) =>
    hex === null ? null : Buffer.from(hex, 'hex').toString('utf8'),
  ),
  outcome: z.enum(OUTCOMES),
  maturity: z.enum(['mature', 'provisional', 'undecided']),
  first_contact: flagColumn,
  episodes: integerColumn,
  times: integerColumn,
  sum_ms: sumColumn,
  sum_squares: sumColumn,
  middles: integerColumn,
  middle_ms: sumColumn,
  kind_middles: integerColumn,
  kind_middle_ms: sumColumn,
});

/**
 * The counts of all slices in one statement, a scan each. The one or two middle values of a set are
 * those whose rank r of n has n ≤ 2r ≤ n + 2; a group's share in them is added up by the reader.
 */
export function segmentCountsSql(query: {
  readonly deskId: string;
  readonly asOf: EpochMs;
  readonly slices: readonly SegmentSlice[];
}): SqlCondition {
  const each = query.slices.map(({ dimension, fromDay, toDay }, slice): SqlCondition => ({
    sql: `SELECT ${slice} AS slice, segment, outcome, maturity, first_contact,
        COUNT(*) AS episodes, COUNT(ms) AS times, SUM(ms) AS sum_ms, SUM(1e0 * ms * ms) AS sum_squares,
        SUM(CASE WHEN is_middle = 1 THEN 1 ELSE 0 END) AS middles, SUM(CASE WHEN is_middle = 1 THEN ms END) AS middle_ms,
        SUM(CASE WHEN is_kind_middle = 1 THEN 1 ELSE 0 END) AS kind_middles, SUM(CASE WHEN is_kind_middle = 1 THEN ms END) AS kind_middle_ms
      FROM (SELECT segment, outcome, maturity, first_contact, ms,
          CASE WHEN ms IS NOT NULL AND 2 * place BETWEEN times AND times + 2 THEN 1 ELSE 0 END AS is_middle,
          CASE WHEN ms IS NOT NULL AND 2 * kind_place BETWEEN kind_times AND kind_times + 2 THEN 1 ELSE 0 END AS is_kind_middle
        FROM (SELECT segment, outcome, maturity, first_contact, ms,
            ROW_NUMBER() OVER (PARTITION BY segment, is_timed ORDER BY ms) AS place,
            COUNT(ms) OVER (PARTITION BY segment) AS times,
            ROW_NUMBER() OVER (PARTITION BY segment, kind, is_timed ORDER BY ms) AS kind_place,
            COUNT(ms) OVER (PARTITION BY segment, kind) AS kind_times
          FROM (SELECT ${segmentSql(dimension)} AS segment, outcome, first_contact, episode_ms AS ms,
              CASE WHEN episode_ms IS NULL THEN 0 ELSE 1 END AS is_timed,
              CASE WHEN outcome = 'ai-resolved' THEN 'ai' WHEN outcome IN ('without-ai', 'escalated') THEN 'human' ELSE 'other' END AS kind,
              CASE WHEN matures_at IS NULL THEN 'undecided' WHEN matures_at <= ? THEN 'mature' ELSE 'provisional' END AS maturity
            FROM episode WHERE desk_id = ? AND day >= ? AND day < ?) AS facts) AS placed) AS marked
      GROUP BY segment, outcome, maturity, first_contact`,
    params: [query.asOf, query.deskId, fromDay, toDay],
  }));
  return {
    sql: each.map(({ sql }) => sql).join('\nUNION ALL\n'),
    params: each.flatMap(({ params }) => params),
  };
}

function segmentSql(dimension: SegmentSlice['dimension']): string {
  if (dimension === null) return "''";
  const column = SEGMENT_COLUMNS[dimension];
  // SQLite's HEX makes an empty text of null.
  return `CASE WHEN ${column} IS NULL THEN NULL ELSE HEX(${column}) END`;
}

export function toSegmentCounts(
  slices: readonly SegmentSlice[],
  rows: readonly SqlRow[],
): readonly SegmentCounts[] {
  const bySlice = slices.map(() => new Map<string | null, SegmentCount[]>());
  for (const row of parseRows(rowSchema, rows)) {
    const segments = bySlice[row.slice];
    const segment = slices[row.slice]?.dimension === null ? null : row.segment;
    const counts = segments?.get(segment) ?? [];
    counts.push(toSegmentCount(row));
    segments?.set(segment, counts);
  }
  return bySlice;
}

const toSegmentCount = (row: z.output<typeof rowSchema>): SegmentCount => ({
  outcome: row.outcome,
  maturity: row.maturity,
  firstContact: row.first_contact,
  episodes: row.episodes,
  time: { n: row.times, sumMs: row.sum_ms, sumSquaresMs2: row.sum_squares },
  middleOfAll: { n: row.middles, sumMs: row.middle_ms },
  middleOfKind: { n: row.kind_middles, sumMs: row.kind_middle_ms },
});
