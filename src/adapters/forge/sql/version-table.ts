import { z } from 'zod';

import { integerColumn, jsonColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { writeRows } from './statement';

/** A version has up to 45 kB. */
const VERSIONS_PER_STATEMENT = 10;

/** What a desk has versions of. */
interface DeskVersion {
  readonly deskId: string;
  readonly version: number;
}

const rowSchema = z.object({ version: integerColumn, document: jsonColumn });

/** A table of versions by desk: `desk_id`, `version`, and all else as a document. */
export function createVersionTable<V extends DeskVersion>(db: SqlDatabase, table: string) {
  const toVersion = (deskId: string, row: SqlRow): V => {
    const { version, document } = rowSchema.parse(row);
    return { ...(document as Omit<V, keyof DeskVersion>), deskId, version } as V;
  };
  const latestSql = (limit: number): string =>
    `SELECT version, document FROM ${table} WHERE desk_id = ? ORDER BY version DESC LIMIT ${limit}`;

  return {
    toVersion,

    /** The latest versions of a desk; binds its id. */
    latestSql,

    put: (rows: readonly V[]): Promise<void> =>
      writeRows(
        db,
        'REPLACE',
        {
          table,
          columns: ['desk_id', 'version', 'document'],
          rows: rows.map(({ deskId, version, ...document }) => [
            deskId,
            version,
            JSON.stringify(document),
          ]),
        },
        VERSIONS_PER_STATEMENT,
      ),

    read: async (deskId: string, version: number): Promise<V | null> => {
      const [row] = await db.select(
        `SELECT version, document FROM ${table} WHERE desk_id = ? AND version = ?`,
        [deskId, version],
      );
      return row === undefined ? null : toVersion(deskId, row);
    },

    /** Newest first. */
    list: async (deskId: string, limit: number): Promise<readonly V[]> => {
      const rows = await db.select(latestSql(limit), [deskId]);
      return rows.map((row) => toVersion(deskId, row));
    },
  };
}

/** A desk's most frequent request types; binds its id. */
export const requestTypesSql = (limit: number): string =>
  `SELECT request_type, COUNT(*) AS tickets FROM ticket WHERE desk_id = ? AND request_type IS NOT NULL
    GROUP BY request_type ORDER BY tickets DESC, request_type LIMIT ${limit}`;
