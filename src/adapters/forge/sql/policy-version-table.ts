import { z } from 'zod';

import type { PolicyTables, PolicyVersionRow } from '../../../ports/policy-tables';
import { integerColumn, jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { writeRows } from './statement';

/** A version has up to 45 kB. */
const VERSIONS_PER_STATEMENT = 10;

type VersionDocument = Omit<PolicyVersionRow, 'deskId' | 'version'>;
const rowSchema = z.object({ version: integerColumn, document: jsonColumn });
/** What of a stored run tells its tools. */
const runSchema = jsonColumn.pipe(
  z.object({ run: z.object({ steps: z.array(z.object({ tool: z.string() })) }) }),
);

/** The `policy_version` table. */
export function createPolicyVersionTable(db: SqlDatabase): PolicyTables {
  return {
    putPolicyVersions: (rows) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'policy_version',
          columns: ['desk_id', 'version', 'document'],
          rows: rows.map(({ deskId, version, ...document }) => [
            deskId,
            version,
            JSON.stringify(document),
          ]),
        },
        VERSIONS_PER_STATEMENT,
      ),

    async readPolicyVersion(deskId, version) {
      const [row] = await db.select(
        'SELECT version, document FROM policy_version WHERE desk_id = ? AND version = ?',
        [deskId, version],
      );
      return row === undefined ? null : toVersion(deskId, row);
    },

    async listPolicyVersions(deskId, limit) {
      const rows = await db.select(
        `SELECT version, document FROM policy_version WHERE desk_id = ? ORDER BY version DESC LIMIT ${limit}`,
        [deskId],
      );
      return rows.map((row) => toVersion(deskId, row));
    },

    async readPolicyPage({ deskId, versions, requestTypes, tickets }) {
      const rows = await db.select(
        `SELECT 'version' AS kind, v.version AS version, v.document AS document FROM (
            SELECT version, document FROM policy_version WHERE desk_id = ? ORDER BY version DESC LIMIT ${versions}) v
        UNION ALL
        SELECT 'request-type', 0, t.request_type FROM (
            SELECT request_type, COUNT(*) AS tickets FROM ticket WHERE desk_id = ? AND request_type IS NOT NULL
            GROUP BY request_type ORDER BY tickets DESC, request_type LIMIT ${requestTypes}) t
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
          .map((row) => toVersion(deskId, row))
          .sort((a, b) => b.version - a.version),
        requestTypes: parseRows(textColumn, documentsOf('request-type')).toSorted(),
        tools: [
          ...new Set(runs.flatMap(({ run }) => run.steps.map(({ tool }) => tool))),
        ].toSorted(),
      };
    },
  };
}

function toVersion(deskId: string, row: SqlRow): PolicyVersionRow {
  const { version, document } = rowSchema.parse(row);
  return { ...(document as VersionDocument), deskId, version };
}
