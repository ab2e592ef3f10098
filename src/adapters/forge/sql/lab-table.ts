import { z } from 'zod';

import { fateOf, type LabGroup } from '../../../domain/calibration/lab-group';
import { COHORTS } from '../../../domain/kpi/cohort';
import { addMoments, NO_MOMENTS } from '../../../domain/kpi/moments';
import { OUTCOMES } from '../../../domain/outcome/outcome';
import type { LabStore } from '../../../ports/lab-store';
import { cohortCondition, type SqlCondition } from './cohort-condition';
import { flagColumn, integerColumn, numberColumn, parseRows } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';

type LabQuery = Parameters<LabStore['readLabHistory']>[0];

/** Confidences are kept apart by thousandths, so that there are never more than some thousand rows. */
const groupSchema = z.object({
  outcome: z.enum(OUTCOMES),
  thousandths: numberColumn,
  by_threshold: flagColumn,
  episodes: integerColumn,
});
const timeSchema = z.object({
  episodes: integerColumn,
  sum_ms: numberColumn,
  sum_squares: numberColumn,
});
/** In place of an outcome: the row of people's times. */
const HUMAN = 'human';

/** Reads of `episode` for the threshold lab. */
export const createLabTable = (db: SqlDatabase): LabStore => ({
  async readLabHistory(query) {
    const parts = [groupsSql(query), humanTimeSql(query)];
    const rows = await db.select(
      parts.map(({ sql }) => sql).join('\nUNION ALL\n'),
      parts.flatMap(({ params }) => params),
    );
    const isTime = (row: SqlRow): boolean => row['outcome'] === HUMAN;
    return {
      groups: parseRows(
        groupSchema,
        rows.filter((row) => !isTime(row)),
      ).flatMap(toGroup),
      humanTime: parseRows(timeSchema, rows.filter(isTime))
        .map((row) => ({
          n: row.episodes,
          sumMs: row.sum_ms ?? 0,
          sumSquaresMs2: row.sum_squares ?? 0,
        }))
        .reduce(addMoments, NO_MOMENTS),
    };
  },
});

const conditionOf = (
  { deskId, period, asOf, requestType }: LabQuery,
  cohort: (typeof COHORTS)['all'],
): SqlCondition =>
  cohortCondition({
    deskId,
    period,
    asOf,
    cohort,
    segment: requestType === null ? null : { dimension: 'request-type', value: requestType },
  });

/**
 * Agents give reasons of their own, which may read the same: handed off by the threshold is what the
 * app's own hand-off of that moment says so of. Its document is JSON of our own making.
 */
const BY_THRESHOLD = `CASE WHEN outcome = 'escalated' AND EXISTS (
    SELECT 1 FROM hand_off WHERE hand_off.ticket_id = episode.ticket_id AND hand_off.decided_at = episode.decided_at
      AND (INSTR(hand_off.document, '"reason":"low-confidence"') > 0 OR INSTR(hand_off.document, '"reason":"no-confidence"') > 0)
  ) THEN 1 ELSE 0 END`;

function groupsSql(query: LabQuery): SqlCondition {
  const { sql, params } = conditionOf(query, COHORTS['base:aiResolution']);
  return {
    sql: `SELECT outcome, thousandths, by_threshold, COUNT(*) AS episodes, NULL AS sum_ms, NULL AS sum_squares
      FROM (SELECT outcome, ROUND(confidence * 1000) AS thousandths, ${BY_THRESHOLD} AS by_threshold
        FROM episode WHERE ${sql}) AS samples
      GROUP BY outcome, thousandths, by_threshold`,
    params,
  };
}

function humanTimeSql(query: LabQuery): SqlCondition {
  const { sql, params } = conditionOf(query, {
    outcomes: COHORTS['time:human'].outcomes,
    maturity: 'mature',
    isResolved: true,
  });
  return {
    sql: `SELECT '${HUMAN}', NULL, 0, COUNT(active_ms), SUM(active_ms), SUM(1e0 * active_ms * active_ms)
      FROM episode WHERE ${sql}`,
    params,
  };
}

function toGroup(row: z.output<typeof groupSchema>): readonly LabGroup[] {
  const fate = fateOf(row.outcome, row.by_threshold);
  if (fate === null) return [];
  const confidence = row.thousandths === null ? null : row.thousandths / 1_000;
  return [{ confidence, fate, episodes: row.episodes }];
}
