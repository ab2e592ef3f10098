import type { SettingsTables, SettingsVersionRow } from '../../../ports/settings-tables';
import { parseRows, textColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { createVersionTable, requestTypesSql } from './version-table';

type SettingsVersionMethods = Pick<
  SettingsTables,
  'putSettingsVersions' | 'readSettingsVersion' | 'listSettingsVersions' | 'readSettingsPage'
>;

/** The `settings_version` table. */
export function createSettingsVersionTable(db: SqlDatabase): SettingsVersionMethods {
  const table = createVersionTable<SettingsVersionRow>(db, 'settings_version');
  return {
    putSettingsVersions: table.put,
    readSettingsVersion: table.read,
    listSettingsVersions: table.list,

    async readSettingsPage({ deskId, versions, requestTypes }) {
      const rows = await db.select(
        `SELECT 'version' AS kind, v.version AS version, v.document AS document FROM (${table.latestSql(versions)}) v
        UNION ALL
        SELECT 'request-type', 0, t.request_type FROM (${requestTypesSql(requestTypes)}) t`,
        [deskId, deskId],
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      return {
        versions: ofKind('version')
          .map((row) => table.toVersion(deskId, row))
          .sort((a, b) => b.version - a.version),
        requestTypes: parseRows(
          textColumn,
          ofKind('request-type').map(({ document }) => document),
        ).toSorted(),
      };
    },
  };
}
