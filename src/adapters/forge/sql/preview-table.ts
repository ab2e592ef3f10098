import { z } from 'zod';

import type { PreviewRow, SettingsTables, TicketSpan } from '../../../ports/settings-tables';
import { integerColumn, jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase, SqlValue } from './forge-database';

type PreviewMethods = Pick<
  SettingsTables,
  'putPreview' | 'readPreview' | 'savePreview' | 'countTicketsOfSpan' | 'listTicketsOfSpan'
>;

type PreviewDocument = Omit<PreviewRow, 'deskId' | 'previewId' | 'version'>;
const rowSchema = z.object({
  preview_id: textColumn,
  version: integerColumn,
  document: jsonColumn,
});
const countSchema = z.object({ tickets: integerColumn });
const listedSchema = z
  .object({ ticket_id: textColumn, length: integerColumn })
  .transform(({ ticket_id, length }) => ({ ticketId: ticket_id, length }));

const IN_SPAN = `desk_id = ? AND deleted_at IS NULL AND opened_at <= ?
            AND (is_open = 1 OR last_resolved_at >= ? OR opened_at >= ?)`;
const spanValues = ({ deskId, since, upTo }: TicketSpan): readonly SqlValue[] => [
  deskId,
  upTo,
  since,
  since,
];

/** The `definition_preview` table, and the tickets that a preview judges. */
export function createPreviewTable(db: SqlDatabase): PreviewMethods {
  return {
    async putPreview({ deskId, previewId, version, ...document }) {
      await db.write(
        'REPLACE INTO definition_preview (desk_id, preview_id, version, document) VALUES (?, ?, ?, ?)',
        [deskId, previewId, version, JSON.stringify(document)],
      );
    },

    async readPreview(deskId) {
      const [row] = await db.select(
        'SELECT preview_id, version, document FROM definition_preview WHERE desk_id = ?',
        [deskId],
      );
      if (row === undefined) return null;
      const { preview_id, version, document } = rowSchema.parse(row);
      return { ...(document as PreviewDocument), deskId, previewId: preview_id, version };
    },

    async savePreview({ deskId, previewId, version, ...document }) {
      const { affectedRows } = await db.write(
        'UPDATE definition_preview SET version = ?, document = ? WHERE desk_id = ? AND preview_id = ? AND version = ?',
        [version + 1, JSON.stringify(document), deskId, previewId, version],
      );
      return affectedRows === 0 ? 'conflict' : 'saved';
    },

    async countTicketsOfSpan(span) {
      const [row] = await db.select(
        `SELECT COUNT(*) AS tickets FROM ticket WHERE ${IN_SPAN}`,
        spanValues(span),
      );
      return countSchema.parse(row).tickets;
    },

    async listTicketsOfSpan(span, after, limit) {
      const rows = await db.select(
        `SELECT ticket_id, LENGTH(document) AS length FROM ticket
          WHERE ${IN_SPAN} AND ticket_id > ? ORDER BY ticket_id LIMIT ${limit}`,
        [...spanValues(span), after],
      );
      return parseRows(listedSchema, rows);
    },
  };
}
