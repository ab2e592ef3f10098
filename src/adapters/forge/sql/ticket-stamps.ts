import { z } from 'zod';

import type { ScoreStore } from '../../../ports/score-store';
import { optionalTimeColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders } from './statement';

const STAMPS_PER_STATEMENT = 100;

const stampSchema = z.object({
  ticket_id: textColumn,
  desk_id: textColumn,
  history_up_to: optionalTimeColumn,
});

/** How far the histories of tickets are known: for comparing them with their desk. */
export function createTicketStamps(
  db: SqlDatabase,
): Pick<ScoreStore, 'listTicketStamps' | 'raiseStamps'> {
  return {
    async raiseStamps(stamps) {
      for (const chunk of chunksOf(stamps, STAMPS_PER_STATEMENT)) {
        const cases = chunk.map(() => 'WHEN ticket_id = ? AND history_up_to < ? THEN ?').join(' ');
        await db.write(
          `UPDATE ticket SET history_up_to = CASE ${cases} ELSE history_up_to END WHERE ticket_id IN ${placeholders(chunk.length)}`,
          [
            ...chunk.flatMap(({ ticketId, historyUpTo }) => [ticketId, historyUpTo, historyUpTo]),
            ...chunk.map(({ ticketId }) => ticketId),
          ],
        );
      }
    },
    async listTicketStamps({ deskIds, after, upTo }) {
      if (deskIds.length === 0) return [];
      const ofDesks = placeholders(deskIds.length);
      const rows = await db.select(
        `SELECT ticket_id, desk_id, history_up_to FROM ticket
          WHERE ticket_id > ? AND ticket_id <= ? AND desk_id IN ${ofDesks} AND deleted_at IS NULL
        UNION ALL
        SELECT DISTINCT episode.ticket_id, episode.desk_id, NULL FROM episode
          LEFT JOIN ticket ON ticket.ticket_id = episode.ticket_id
          WHERE episode.ticket_id > ? AND episode.ticket_id <= ? AND episode.desk_id IN ${ofDesks} AND ticket.ticket_id IS NULL`,
        [after, upTo, ...deskIds, after, upTo, ...deskIds],
      );
      return parseRows(stampSchema, rows).map(({ ticket_id, desk_id, history_up_to }) => ({
        ticketId: ticket_id,
        deskId: desk_id,
        historyUpTo: history_up_to,
      }));
    },
  };
}
