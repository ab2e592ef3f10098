import type { ForgettingTables } from '../../../ports/forgetting-tables';
import { textColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders } from './statement';

const IDS_PER_STATEMENT = 250;
/** A day of a busy desk has some fifty rows; of these rows a statement takes what it can in its time. */
const DAYS_PER_STATEMENT = 50;

/** By ticket, in this order; the ticket last, so that what is cut off is found again. */
const TICKET_TABLES = [
  ['episode', 'ticket_id'],
  ['hand_off', 'ticket_id'],
  ['audit_entry', 'subject'],
  ['ticket', 'ticket_id'],
] as const;

const DESK_TABLES = [
  'episode',
  'hand_off',
  'marked_day',
  'settings_version',
  'policy_version',
  'definition_preview',
] as const;

export function createForgetting(db: SqlDatabase): ForgettingTables {
  return {
    async listTicketsToForget(deskId, limit) {
      const rows = await db.select(
        `SELECT ticket_id FROM ticket WHERE desk_id = ? LIMIT ${limit}`,
        [deskId],
      );
      return rows.map((row) => textColumn.parse(row['ticket_id']));
    },

    async forgetTickets(ticketIds) {
      for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
        for (const [table, column] of TICKET_TABLES) {
          await db.write(
            `DELETE FROM ${table} WHERE ${column} IN ${placeholders(chunk.length)}`,
            chunk,
          );
        }
      }
    },

    async forgetDesk(deskId) {
      for (;;) {
        const rows = await db.select(
          `SELECT DISTINCT day FROM daily_rollup WHERE desk_id = ? LIMIT ${DAYS_PER_STATEMENT}`,
          [deskId],
        );
        if (rows.length === 0) break;
        const days = rows.map((row) => textColumn.parse(row['day']));
        await db.write(
          `DELETE FROM daily_rollup WHERE desk_id = ? AND day IN ${placeholders(days.length)}`,
          [deskId, ...days],
        );
      }
      for (const table of DESK_TABLES) {
        await db.write(`DELETE FROM ${table} WHERE desk_id = ?`, [deskId]);
      }
      await db.write('DELETE FROM audit_entry WHERE subject = ?', [`desk:${deskId}`]);
      await db.write('DELETE FROM desk WHERE desk_id = ?', [deskId]);
    },
  };
}
