import { z } from 'zod';

import type { SegmentCount, SegmentCounts } from '../../../domain/kpi/segment-figures';
import { OUTCOMES } from '../../../domain/outcome/outcome';
import type { EpochMs } from '../../../domain/time';
import type { Segments, SegmentSlice } from '../../../ports/report-store';
import { SEGMENT_COLUMNS, type SqlCondition } from './cohort-condition';
import { flagColumn, integerColumn, numberColumn, parseRows, textColumn } from './columns';
import type { SqlRow } from './forge-database';

interface SegmentsQuery {
  readonly deskId: string;
  readonly asOf: EpochMs;
  readonly slices: readonly SegmentSlice[];
}

/** The counts and medians of all slices in one statement. */
export function segmentsSql({ deskId, asOf, slices }: SegmentsQuery): SqlCondition {
  const each = slices.flatMap((slice, index) => [
    countsSql(index, segmentSql(slice), [asOf, deskId, slice.fromDay, slice.toDay]),
    mediansSql(index, segmentSql(slice), [deskId, slice.fromDay, slice.toDay]),
  ]);
  return {
    sql: each.map(({ sql }) => sql).join('\nUNION ALL\n'),
    params: each.flatMap(({ params }) => params),
  };
}

/** Has none: no name is this in hexadecimal. */
const NONE = '-';

/** A segment's bytes in hexadecimal, so that no collation takes two names for one. */
function segmentSql({ dimension }: SegmentSlice): string {
  if (dimension === null) return `'${NONE}'`;
  const column = SEGMENT_COLUMNS[dimension];
  return `CASE WHEN ${column} IS NULL THEN '${NONE}' ELSE HEX(${column}) END`;
}

const IN_SLICE = 'desk_id = ? AND day >= ? AND day < ?';

const countsSql = (
  slice: number,
  segment: string,
  params: SqlCondition['params'],
): SqlCondition => ({
  sql: `SELECT ${slice} AS slice, segment, outcome, maturity, first_contact,
      COUNT(*) AS episodes, COUNT(ms) AS times, SUM(ms) AS sum_ms, SUM(1e0 * ms * ms) AS sum_squares,
      NULL AS median_ms, NULL AS ai_median_ms, NULL AS human_median_ms
    FROM (SELECT ${segment} AS segment, outcome, first_contact, episode_ms AS ms,
        CASE WHEN matures_at IS NULL THEN 'undecided' WHEN matures_at <= ? THEN 'mature' ELSE 'provisional' END AS maturity
      FROM episode WHERE ${IN_SLICE}) AS facts
    GROUP BY segment, outcome, maturity, first_contact`,
  params,
});

const IS_AI = `CASE WHEN outcome = 'ai-resolved' THEN 1 ELSE 0 END`;
const IS_HUMAN = `CASE WHEN outcome IN ('without-ai', 'escalated') THEN 1 ELSE 0 END`;

/** Of n sorted values, the one or two in the middle are those at places p with n <= 2p <= n + 2. */
const isMiddle = (place: string, n: string): string => `2 * ${place} BETWEEN ${n} AND ${n} + 2`;
const MIDDLES = {
  all: isMiddle('place', 'n'),
  ai: `is_ai = 1 AND ${isMiddle('ai_place', 'ai_n')}`,
  human: `is_human = 1 AND ${isMiddle('human_place', 'human_n')}`,
};

/** One sort per segment: places among the AI's and people's are counted along it. */
const mediansSql = (
  slice: number,
  segment: string,
  params: SqlCondition['params'],
): SqlCondition => ({
  sql: `SELECT ${slice}, placed.segment, '', '', 0, 0, 0, 0, 0,
      AVG(CASE WHEN ${MIDDLES.all} THEN ms END),
      AVG(CASE WHEN ${MIDDLES.ai} THEN ms END),
      AVG(CASE WHEN ${MIDDLES.human} THEN ms END)
    FROM (SELECT segment, ms, is_ai, is_human,
        COUNT(*) OVER sorted AS place, SUM(is_ai) OVER sorted AS ai_place, SUM(is_human) OVER sorted AS human_place
      FROM (SELECT ${segment} AS segment, episode_ms AS ms, ${IS_AI} AS is_ai, ${IS_HUMAN} AS is_human
        FROM episode WHERE ${IN_SLICE} AND episode_ms IS NOT NULL) AS timed
      WINDOW sorted AS (PARTITION BY segment ORDER BY ms ROWS UNBOUNDED PRECEDING)) AS placed
    JOIN (SELECT segment, COUNT(*) AS n, SUM(is_ai) AS ai_n, SUM(is_human) AS human_n
      FROM (SELECT ${segment} AS segment, ${IS_AI} AS is_ai, ${IS_HUMAN} AS is_human
        FROM episode WHERE ${IN_SLICE} AND episode_ms IS NOT NULL) AS counting
      GROUP BY segment) AS counted ON counted.segment = placed.segment
    WHERE (${MIDDLES.all}) OR (${MIDDLES.ai}) OR (${MIDDLES.human})
    GROUP BY placed.segment`,
  params: [...params, ...params],
});

const placeSchema = z.object({ slice: integerColumn, segment: textColumn });
const countSchema = z
  .object({
    outcome: z.enum(OUTCOMES),
    maturity: z.enum(['mature', 'provisional', 'undecided']),
    first_contact: flagColumn,
    episodes: integerColumn,
    times: integerColumn,
    sum_ms: numberColumn,
    sum_squares: numberColumn,
  })
  .transform((row): SegmentCount => ({
    outcome: row.outcome,
    maturity: row.maturity,
    firstContact: row.first_contact,
    episodes: row.episodes,
    time: { n: row.times, sumMs: row.sum_ms ?? 0, sumSquaresMs2: row.sum_squares ?? 0 },
  }));
const mediansSchema = z
  .object({ median_ms: numberColumn, ai_median_ms: numberColumn, human_median_ms: numberColumn })
  .transform((row): SegmentCounts['mediansMs'] => ({
    episode: row.median_ms,
    ai: row.ai_median_ms,
    human: row.human_median_ms,
  }));

export function toSegments(
  slices: readonly SegmentSlice[],
  rows: readonly SqlRow[],
): readonly Segments[] {
  const placed = rows.map((row) => ({ ...placeSchema.parse(row), row }));
  return slices.map((_slice, index) => {
    const bySegment = new Map<string, SqlRow[]>();
    for (const { slice, segment, row } of placed) {
      if (slice !== index) continue;
      const group = bySegment.get(segment);
      if (group === undefined) bySegment.set(segment, [row]);
      else group.push(row);
    }
    return new Map([...bySegment].map(([hex, group]) => [segmentOf(hex), toCounts(group)]));
  });
}

const segmentOf = (hex: string): string | null =>
  hex === NONE ? null : Buffer.from(hex, 'hex').toString('utf8');

function toCounts(rows: readonly SqlRow[]): SegmentCounts {
  const isCount = (row: SqlRow): boolean => row['outcome'] !== '';
  const [mediansMs = { episode: null, ai: null, human: null }] = parseRows(
    mediansSchema,
    rows.filter((row) => !isCount(row)),
  );
  return { counts: parseRows(countSchema, rows.filter(isCount)), mediansMs };
}
