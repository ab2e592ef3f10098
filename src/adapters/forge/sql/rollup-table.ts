import { z } from 'zod';

import { deskDay, type DeskDay } from '../../../domain/time';
import type { RollupRow, ScoreStore } from '../../../ports/score-store';
import type { Digest } from '../../../ports/digest';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import type { SqlDatabase, SqlValue } from './forge-database';
import { placeholders, writeRows } from './statement';

type RollupMethods = Pick<
  ScoreStore,
  | 'markDays'
  | 'markAllDays'
  | 'listMarkedDays'
  | 'clearMarkedDays'
  | 'putDayRollups'
  | 'readRollups'
  | 'putWindows'
>;

const MARKS_PER_STATEMENT = 500;
const ROLLUPS_PER_STATEMENT = 100;
/** A tally of a busy day has some 50 kB, and the platform gives 4 MiB a response. */
const ROLLUPS_PER_PAGE = 60;
/** Windows stand in the same table, as a dimension and a day of their own. */
export const WINDOW = 'window';

const COLUMNS = [
  'desk_id',
  'dimension',
  'day',
  'segment_hash',
  'segment',
  'definition_version',
  'computed_at',
  'summary',
  'tally',
] as const;

const rollupSchema = z
  .object({
    desk_id: textColumn,
    dimension: z.enum(['all', 'request-type', 'priority', 'ai-agent']),
    day: textColumn.transform(deskDay),
    segment: textColumn,
    definition_version: integerColumn,
    computed_at: timeColumn,
    summary: textColumn,
    tally: textColumn,
  })
  .transform((row): RollupRow => ({
    deskId: row.desk_id,
    dimension: row.dimension,
    day: row.day,
    segment: row.segment,
    definitionVersion: row.definition_version,
    computedAt: row.computed_at,
    tally: row.tally,
    summary: row.summary,
  }));

const markSchema = z.object({ day: textColumn.transform(deskDay), mark: textColumn });

/** The `daily_rollup` and `marked_day` tables. */
export function createRollupTable(db: SqlDatabase, digest: Digest): RollupMethods {
  return {
    markDays: (deskId, days, mark) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'marked_day',
          columns: ['desk_id', 'day', 'mark'],
          rows: [...new Set(days)].map((day) => [deskId, day, mark]),
        },
        MARKS_PER_STATEMENT,
      ),

    async markAllDays(deskId, mark) {
      await db.write(
        `REPLACE INTO marked_day (desk_id, day, mark)
          SELECT DISTINCT desk_id, day, ? FROM daily_rollup WHERE desk_id = ? AND dimension = 'all'`,
        [mark, deskId],
      );
    },

    async listMarkedDays(deskId, limit) {
      const rows = await db.select(
        `SELECT day, mark FROM marked_day WHERE desk_id = ? ORDER BY day LIMIT ${limit}`,
        [deskId],
      );
      return parseRows(markSchema, rows);
    },

    async clearMarkedDays(deskId, days) {
      if (days.length === 0) return;
      const each = days.map(() => '(day = ? AND mark = ?)').join(' OR ');
      await db.write(`DELETE FROM marked_day WHERE desk_id = ? AND (${each})`, [
        deskId,
        ...days.flatMap(({ day, mark }) => [day, mark]),
      ]);
    },

    async putDayRollups(deskId, days, rows, computedAt) {
      const values = rows.map((row): readonly SqlValue[] => [
        row.deskId,
        row.dimension,
        row.day,
        digest.sha256(row.segment),
        row.segment.slice(0, 255),
        row.definitionVersion,
        computedAt,
        row.summary,
        row.tally,
      ]);
      await writeRows(
        db,
        'REPLACE',
        { table: 'daily_rollup', columns: COLUMNS, rows: values },
        ROLLUPS_PER_STATEMENT,
      );
      // Last, so that a reader in between sees a segment too many rather than a day too few. A day may
      // be emptied at the very moment at which it was computed before.
      const emptied = days.filter((day) => !rows.some((row) => row.day === day));
      const isEmptied = emptied.length === 0 ? '' : ` OR day IN ${placeholders(emptied.length)}`;
      await db.write(
        `DELETE FROM daily_rollup WHERE desk_id = ? AND day IN ${placeholders(days.length)} AND (computed_at <> ?${isEmptied})`,
        [deskId, ...days, computedAt, ...emptied],
      );
    },

    putWindows: (rows) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'daily_rollup',
          columns: COLUMNS,
          rows: rows.map((row) => [
            row.deskId,
            WINDOW,
            WINDOW,
            String(row.days),
            String(row.days),
            row.definitionVersion,
            row.computedAt,
            row.summary,
            row.tally,
          ]),
        },
        ROLLUPS_PER_STATEMENT,
      ),

    async readRollups({ deskId, dimension, fromDay, toDay }) {
      const found: RollupRow[] = [];
      let after: readonly [day: DeskDay, segmentHash: string] = [deskDay(''), ''];
      for (;;) {
        const rows = await db.select(
          `SELECT ${COLUMNS.join(', ')} FROM daily_rollup
            WHERE desk_id = ? AND dimension = ? AND day >= ? AND day <= ?
              AND (day > ? OR (day = ? AND segment_hash > ?))
            ORDER BY day, segment_hash LIMIT ${ROLLUPS_PER_PAGE}`,
          [deskId, dimension, fromDay ?? '0', toDay ?? '9', after[0], after[0], after[1]],
        );
        found.push(...parseRows(rollupSchema, rows));
        const last = rows.at(-1);
        if (rows.length < ROLLUPS_PER_PAGE || last === undefined) return found;
        after = [deskDay(textColumn.parse(last['day'])), textColumn.parse(last['segment_hash'])];
      }
    },
  };
}
