import { z } from 'zod';

import { deskDay } from '../../../domain/time';
import type { DoubtfulGroup, ScoreStore, UsageDay, WaitingWork } from '../../../ports/score-store';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import { toDoubtfulActors } from './doubtful-text';
import type { SqlDatabase, SqlRow } from './forge-database';
import { placeholders } from './statement';

/** More different lists than that are the rare ones: their actors are seen in larger ones, too. */
const MAX_GROUPS = 2_000;

const waitingSchema = z.object({ kind: textColumn, name: textColumn, a: integerColumn });
const doubtfulSchema = z
  .object({ name: textColumn.transform(toDoubtfulActors), a: integerColumn, b: timeColumn })
  .transform(({ name, a, b }): DoubtfulGroup => ({ actors: name, episodes: a, lastOpenedAt: b }));
const usageSchema = z
  .object({
    day: textColumn.transform(deskDay),
    name: textColumn,
    a: integerColumn,
    b: integerColumn,
    c: integerColumn,
    d: integerColumn,
    e: integerColumn,
    f: integerColumn,
  })
  .transform((row): UsageDay => ({
    day: row.day,
    work: row.name,
    runs: row.a,
    failures: row.b,
    restRequests: row.c,
    restPoints: row.d,
    sqlStatements: row.e,
    durationMs: row.f,
  }));

/** Three kinds of rows in one statement, each from an index of its own. */
export function createOverview(db: SqlDatabase): Pick<ScoreStore, 'readOverview'> {
  return {
    async readOverview({ deskIds, usageFrom }) {
      // An index begins with the desk; a list that is empty is no SQL.
      const desks = deskIds.length === 0 ? [''] : deskIds;
      const waiting = ['is_unsettled', 'is_untagged', 'needs_snapshot'].map(
        (flag) =>
          `SELECT '${flag}' AS kind, '' AS day, desk_id AS name, COUNT(*) AS a, 0 AS b, 0 AS c, 0 AS d, 0 AS e, 0 AS f
            FROM ticket WHERE desk_id IN ${placeholders(desks.length)} AND ${flag} = 1 GROUP BY desk_id`,
      );
      const rows = await db.select(
        `${waiting.join(' UNION ALL ')}
        UNION ALL
        SELECT * FROM (
          SELECT 'doubt' AS kind, '' AS day, doubtful_actors AS name, COUNT(*) AS a, MAX(opened_at) AS b, 0 AS c, 0 AS d, 0 AS e, 0 AS f
            FROM episode WHERE doubtful_actors > '' GROUP BY doubtful_actors ORDER BY a DESC LIMIT ${MAX_GROUPS}
        ) AS doubt
        UNION ALL
        SELECT 'usage', day, work, runs, failures, rest_requests, rest_points, sql_statements, duration_ms
          FROM usage_day WHERE day >= ?`,
        [...desks, ...desks, ...desks, usageFrom],
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      const counted = ['is_unsettled', 'is_untagged', 'needs_snapshot'].flatMap(ofKind);
      return {
        waiting: toWaiting(parseRows(waitingSchema, counted)),
        doubtful: [...parseRows(doubtfulSchema, ofKind('doubt'))].sort(
          (a, b) => b.episodes - a.episodes,
        ),
        usage: [...parseRows(usageSchema, ofKind('usage'))].sort(byDayThenWork),
      };
    },
  };
}

function toWaiting(rows: readonly z.output<typeof waitingSchema>[]): readonly WaitingWork[] {
  const deskIds = [...new Set(rows.map(({ name }) => name))].sort();
  return deskIds.map((deskId) => {
    const count = (flag: string): number =>
      rows.find(({ kind, name }) => kind === flag && name === deskId)?.a ?? 0;
    return {
      deskId,
      unsettled: count('is_unsettled'),
      untagged: count('is_untagged'),
      flagged: count('needs_snapshot'),
    };
  });
}

const byDayThenWork = (a: UsageDay, b: UsageDay): number =>
  a.day !== b.day ? (a.day < b.day ? 1 : -1) : a.work < b.work ? -1 : 1;
