import { z } from 'zod';

import type { SettingsTables, SettingsVersionRow } from '../../../ports/settings-tables';
import { integerColumn, jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { writeRows } from './statement';

type SettingsVersionMethods = Pick<
  SettingsTables,
  'putSettingsVersions' | 'readSettingsVersion' | 'listSettingsVersions' | 'readSettingsPage'
>;

/** A version has up to 45 kB. */
const VERSIONS_PER_STATEMENT = 10;

type VersionDocument = Omit<SettingsVersionRow, 'deskId' | 'version'>;
const rowSchema = z.object({ version: integerColumn, document: jsonColumn });

/** The `settings_version` table. */
export function createSettingsVersionTable(db: SqlDatabase): SettingsVersionMethods {
  return {
    putSettingsVersions: (rows) =>
      writeRows(
        db,
        'REPLACE',
        {
          table: 'settings_version',
          columns: ['desk_id', 'version', 'document'],
          rows: rows.map(({ deskId, version, ...document }) => [
            deskId,
            version,
            JSON.stringify(document),
          ]),
        },
        VERSIONS_PER_STATEMENT,
      ),

    async readSettingsVersion(deskId, version) {
      const [row] = await db.select(
        'SELECT version, document FROM settings_version WHERE desk_id = ? AND version = ?',
        [deskId, version],
      );
      return row === undefined ? null : toVersion(deskId, row);
    },

    async listSettingsVersions(deskId, limit) {
      const rows = await db.select(
        `SELECT version, document FROM settings_version WHERE desk_id = ? ORDER BY version DESC LIMIT ${limit}`,
        [deskId],
      );
      return rows.map((row) => toVersion(deskId, row));
    },

    async readSettingsPage({ deskId, versions, requestTypes }) {
      const rows = await db.select(
        `SELECT 'version' AS kind, v.version AS version, v.document AS document FROM (
            SELECT version, document FROM settings_version WHERE desk_id = ? ORDER BY version DESC LIMIT ${versions}) v
        UNION ALL
        SELECT 'request-type', 0, t.request_type FROM (
            SELECT request_type, COUNT(*) AS tickets FROM ticket WHERE desk_id = ? AND request_type IS NOT NULL
            GROUP BY request_type ORDER BY tickets DESC, request_type LIMIT ${requestTypes}) t`,
        [deskId, deskId],
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      return {
        versions: ofKind('version')
          .map((row) => toVersion(deskId, row))
          .sort((a, b) => b.version - a.version),
        requestTypes: parseRows(
          textColumn,
          ofKind('request-type').map(({ document }) => document),
        ).toSorted(),
      };
    },
  };
}

function toVersion(deskId: string, row: SqlRow): SettingsVersionRow {
  const { version, document } = rowSchema.parse(row);
  return { ...(document as VersionDocument), deskId, version };
}
