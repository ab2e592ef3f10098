import { z } from 'zod';

import type { PolicyTables, PolicyVersionRow } from '../../../ports/policy-tables';
import { jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { createVersionTable, requestTypesSql } from './version-table';

/** What of a stored run tells its tools. */
const runSchema = jsonColumn.pipe(
  z.object({ run: z.object({ steps: z.array(z.object({ tool: z.string() })) }) }),
);

/** The `policy_version` table. */
export function createPolicyVersionTable(db: SqlDatabase): PolicyTables {
  const table = createVersionTable<PolicyVersionRow>(db, 'policy_version');
  return {
    putPolicyVersions: table.put,
    readPolicyVersion: table.read,
    listPolicyVersions: table.list,

    async readPolicyPage({ deskId, versions, requestTypes, tickets }) {
      const rows = await db.select(
        `SELECT 'version' AS kind, v.version AS version, v.document AS document FROM (${table.latestSql(versions)}) v
        UNION ALL
        SELECT 'request-type', 0, t.request_type FROM (${requestTypesSql(requestTypes)}) t
        UNION ALL
        SELECT 'run', 0, agent_run.document FROM (
            SELECT ticket_id FROM ticket WHERE desk_id = ? ORDER BY opened_day DESC, ticket_id DESC LIMIT ${tickets}) latest
            JOIN agent_run ON agent_run.ticket_id = latest.ticket_id`,
        [deskId, deskId, deskId],
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      const documentsOf = (kind: string): readonly unknown[] =>
        ofKind(kind).map(({ document }) => document);
      const runs = parseRows(runSchema, documentsOf('run'));
      return {
        versions: ofKind('version')
          .map((row) => table.toVersion(deskId, row))
          .sort((a, b) => b.version - a.version),
        requestTypes: parseRows(textColumn, documentsOf('request-type')).toSorted(),
        tools: [
          ...new Set(runs.flatMap(({ run }) => run.steps.map(({ tool }) => tool))),
        ].toSorted(),
      };
    },
  };
}
