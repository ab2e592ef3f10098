import type { ScoreStore, UsageEntry } from '../../../ports/score-store';
import { DuplicateKeyError, type SqlDatabase } from './forge-database';

const COLUMNS =
  'day, work, runs, failures, rest_requests, rest_points, sql_statements, duration_ms';

/** The `usage_day` table. */
export function createUsageTable(db: SqlDatabase): Pick<ScoreStore, 'addUsage'> {
  return {
    async addUsage(entry, keepFrom) {
      if (await addToDay(db, entry, 1)) return;
      try {
        // With the statement before, and the one after.
        await db.write(`INSERT INTO usage_day (${COLUMNS}) VALUES (?, ?, 1, ?, ?, ?, ?, ?)`, [
          entry.day,
          entry.work,
          Number(entry.hasFailed),
          entry.restRequests,
          entry.restPoints,
          entry.sqlStatements + 3,
          entry.durationMs,
        ]);
      } catch (error) {
        if (!(error instanceof DuplicateKeyError)) throw error;
        if (await addToDay(db, entry, 3)) return;
        throw error;
      }
      await db.write('DELETE FROM usage_day WHERE day < ?', [keepFrom]);
    },
  };
}

async function addToDay(
  db: SqlDatabase,
  entry: UsageEntry,
  ownStatements: number,
): Promise<boolean> {
  const { affectedRows } = await db.write(
    `UPDATE usage_day SET runs = runs + 1, failures = failures + ?, rest_requests = rest_requests + ?,
        rest_points = rest_points + ?, sql_statements = sql_statements + ?, duration_ms = duration_ms + ?
      WHERE day = ? AND work = ?`,
    [
      Number(entry.hasFailed),
      entry.restRequests,
      entry.restPoints,
      entry.sqlStatements + ownStatements,
      entry.durationMs,
      entry.day,
      entry.work,
    ],
  );
  return affectedRows > 0;
}
