import { z } from 'zod';

import type { DeskRow, ScoreStore } from '../../../ports/score-store';
import { integerColumn, jsonColumn } from './columns';
import { toDeskDocument } from './desk-document';
import { DuplicateKeyError, type SqlDatabase, type SqlRow } from './forge-database';

type DeskMethods = Pick<ScoreStore, 'listDesks' | 'readDesk' | 'saveDesk'>;
const rowSchema = z.object({ version: integerColumn, document: jsonColumn });

export function toDeskRow(row: SqlRow): DeskRow {
  const { version, document } = rowSchema.parse(row);
  return { ...toDeskDocument(document), version };
}

/** The `desk` table: few rows, read whole. */
export function createDeskTable(db: SqlDatabase): DeskMethods {
  return {
    async listDesks() {
      const rows = await db.select('SELECT version, document FROM desk ORDER BY desk_id');
      return rows.map(toDeskRow);
    },

    async readDesk(deskId) {
      const [row] = await db.select('SELECT version, document FROM desk WHERE desk_id = ?', [
        deskId,
      ]);
      return row === undefined ? null : toDeskRow(row);
    },

    async saveDesk({ version, ...document }) {
      const text = JSON.stringify(document);
      if (version > 0) {
        const { affectedRows } = await db.write(
          'UPDATE desk SET version = ?, document = ? WHERE desk_id = ? AND version = ?',
          [version + 1, text, document.deskId, version],
        );
        return affectedRows === 0 ? 'conflict' : 'saved';
      }
      try {
        await db.write('INSERT INTO desk (desk_id, version, document) VALUES (?, 1, ?)', [
          document.deskId,
          text,
        ]);
        return 'saved';
      } catch (error) {
        if (error instanceof DuplicateKeyError) return 'conflict';
        throw error;
      }
    },
  };
}
