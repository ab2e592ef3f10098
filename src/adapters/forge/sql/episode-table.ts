import { z } from 'zod';

import { deskDay, type DeskDay } from '../../../domain/time';
import type { EpisodeRow, ScoreStore, TicketFacts } from '../../../ports/score-store';
import {
  flagColumn,
  integerColumn,
  optionalTextColumn,
  optionalTimeColumn,
  parseRows,
  textColumn,
  timeColumn,
} from './columns';
import { EPISODE_COLUMNS, episodeValues, toEpisodeRow } from './episode-row';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders, writeRows } from './statement';
import { ticketIdOf } from './ticket-row';

type EpisodeMethods = Pick<
  ScoreStore,
  | 'putEpisodes'
  | 'dropEpisodes'
  | 'deleteEpisodes'
  | 'listEpisodeDays'
  | 'listMaturedPending'
  | 'listMaturedDays'
  | 'readDayEpisodes'
  | 'readDayTickets'
  | 'readLatestEpisodes'
  | 'computeStanding'
>;

const EPISODES_PER_STATEMENT = 200;
const IDS_PER_STATEMENT = 250;
/** The platform gives 4 MiB a response; with every text as long as it can be a row has 4 kB. */
const ROWS_PER_PAGE = 1_000;

const factsSchema = z
  .object({
    ticket_id: textColumn,
    opened_day: textColumn.transform(deskDay),
    request_type: optionalTextColumn,
    priority: optionalTextColumn,
    opened_at: timeColumn,
    native_resolved_at: optionalTimeColumn,
    reopen_moves: integerColumn,
    is_open: flagColumn,
  })
  .transform((row): TicketFacts => ({
    ticketId: row.ticket_id,
    openedDay: row.opened_day,
    requestType: row.request_type,
    priority: row.priority,
    openedAt: row.opened_at,
    nativeResolvedAt: row.native_resolved_at,
    reopenMoves: row.reopen_moves,
    isOpen: row.is_open,
  }));

const openSchema = z.object({ tickets: integerColumn, next_matures_at: optionalTimeColumn });

/** The `episode` table, and what roll-ups need of the `ticket` table. */
export function createEpisodeTable(db: SqlDatabase): EpisodeMethods {
  return {
    putEpisodes: (rows) =>
      writeRows(
        db,
        'REPLACE',
        { table: 'episode', columns: EPISODE_COLUMNS, rows: rows.map(episodeValues) },
        EPISODES_PER_STATEMENT,
      ),

    async dropEpisodes(drops) {
      for (const chunk of chunksOf(drops, IDS_PER_STATEMENT)) {
        const each = chunk.map(() => '(ticket_id = ? AND ordinal >= ?)').join(' OR ');
        await db.write(
          `DELETE FROM episode WHERE ${each}`,
          chunk.flatMap(({ ticketId, fromOrdinal }) => [ticketId, fromOrdinal]),
        );
      }
    },
    async deleteEpisodes(ticketId) {
      await db.write('DELETE FROM episode WHERE ticket_id = ?', [ticketId]);
    },

    async listEpisodeDays(ticketId) {
      const rows = await db.select('SELECT DISTINCT day FROM episode WHERE ticket_id = ?', [
        ticketId,
      ]);
      return rows.map((row) => deskDay(textColumn.parse(row['day'])));
    },

    async listMaturedPending(deskId, asOf, limit) {
      const rows = await db.select(
        `SELECT DISTINCT ticket_id FROM episode WHERE desk_id = ? AND outcome = 'pending' AND matures_at <= ? LIMIT ${limit}`,
        [deskId, asOf],
      );
      return rows.map(ticketIdOf);
    },

    async listMaturedDays(deskId, after, upTo) {
      const rows = await db.select(
        'SELECT DISTINCT day FROM episode WHERE desk_id = ? AND matures_at > ? AND matures_at <= ?',
        [deskId, after, upTo],
      );
      return rows.map((row) => deskDay(textColumn.parse(row['day'])));
    },

    async readDayEpisodes(deskId, days) {
      const found: EpisodeRow[] = [];
      let last: EpisodeRow | undefined;
      for (;;) {
        const rows = await db.select(
          `SELECT ${EPISODE_COLUMNS.join(', ')} FROM episode
            WHERE desk_id = ? AND day IN ${placeholders(days.length)}
              AND (ticket_id > ? OR (ticket_id = ? AND ordinal > ?))
            ORDER BY ticket_id, ordinal LIMIT ${ROWS_PER_PAGE}`,
          [deskId, ...days, last?.ticketId ?? '', last?.ticketId ?? '', last?.ordinal ?? -1],
        );
        found.push(...rows.map(toEpisodeRow));
        if (rows.length < ROWS_PER_PAGE) return found;
        last = found.at(-1);
      }
    },

    async readLatestEpisodes(ticketIds) {
      const found: EpisodeRow[] = [];
      for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
        const rows = await db.select(
          `SELECT ${EPISODE_COLUMNS.map((column) => `e.${column} AS ${column}`).join(', ')} FROM episode e
            WHERE e.ticket_id IN ${placeholders(chunk.length)}
              AND e.ordinal = (SELECT MAX(o.ordinal) FROM episode o WHERE o.ticket_id = e.ticket_id)`,
          chunk,
        );
        found.push(...rows.map(toEpisodeRow));
      }
      return found;
    },

    readDayTickets: (deskId, days) => readDayTickets(db, deskId, days),

    async computeStanding(deskId, asOf) {
      const [counted] = await db.select(
        `SELECT
          (SELECT COUNT(*) FROM ticket WHERE desk_id = ? AND is_open = 1 AND opened_at <= ?) AS tickets,
          (SELECT MIN(matures_at) FROM episode WHERE desk_id = ? AND outcome = 'pending' AND matures_at > ?) AS next_matures_at`,
        [deskId, asOf, deskId, asOf],
      );
      const { tickets, next_matures_at } = openSchema.parse(counted);
      if (tickets === 0) {
        return { asOf, openTickets: 0, openMedianOpenedAt: null, nextMaturesAt: next_matures_at };
      }
      const [middle] = await db.select(
        `SELECT opened_at FROM ticket WHERE desk_id = ? AND is_open = 1 AND opened_at <= ? ORDER BY opened_at LIMIT 1 OFFSET ${Math.floor((tickets - 1) / 2)}`,
        [deskId, asOf],
      );
      return {
        asOf,
        openTickets: tickets,
        openMedianOpenedAt: optionalTimeColumn.parse(middle?.['opened_at'] ?? null),
        nextMaturesAt: next_matures_at,
      };
    },
  };
}

async function readDayTickets(
  db: SqlDatabase,
  deskId: string,
  days: readonly DeskDay[],
): Promise<readonly TicketFacts[]> {
  const found: TicketFacts[] = [];
  for (;;) {
    const rows = await db.select(
      `SELECT ticket_id, opened_day, request_type, priority, opened_at, native_resolved_at, reopen_moves, is_open FROM ticket
        WHERE desk_id = ? AND opened_day IN ${placeholders(days.length)} AND deleted_at IS NULL AND ticket_id > ?
        ORDER BY ticket_id LIMIT ${ROWS_PER_PAGE}`,
      [deskId, ...days, found.at(-1)?.ticketId ?? ''],
    );
    found.push(...parseRows(factsSchema, rows));
    if (rows.length < ROWS_PER_PAGE) return found;
  }
}
