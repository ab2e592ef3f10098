import { z } from 'zod';

import { epochMs } from '../../../domain/time';
import type { RunTables } from '../../../ports/run-tables';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { READ_RUN_COLUMNS, RUN_COLUMNS, runValues, toRunRow } from './run-row';
import { placeholders, upsertRows } from './statement';

const ROWS_PER_STATEMENT = 200;
const unmatchedSchema = z
  .object({ agent_id: textColumn, runs: integerColumn, last_received_at: timeColumn })
  .transform(({ agent_id, runs, last_received_at }) => ({
    agentId: agent_id,
    runs,
    lastReceivedAt: last_received_at,
  }));
const placeSchema = z.object({ known_ticket_id: textColumn, known_desk_id: textColumn });

const isNewer = (column: string): string =>
  `${column} = CASE WHEN VALUES(revision) >= revision THEN VALUES(${column}) ELSE ${column} END`;
/** In this order, for an engine that sees what was assigned before: the revision decides, and is last. */
const UPDATES = RUN_COLUMNS.filter((column) => column !== 'run_id' && column !== 'received_at').map(
  (column) =>
    column === 'has_asked' ? 'has_asked = GREATEST(has_asked, VALUES(has_asked))' : isNewer(column),
);

type RunMethods = Omit<RunTables, 'putSpans' | 'readRunContext' | 'readAttemptsOfTickets'>;

/** The `agent_run` table, but for what is read by ticket. */
export function createRunTable(db: SqlDatabase): RunMethods {
  return {
    async putRuns(rows) {
      const batch = { table: 'agent_run', columns: RUN_COLUMNS, rows: rows.map(runValues) };
      await upsertRows(db, batch, UPDATES, ROWS_PER_STATEMENT);
    },

    async listMatchableRuns({ deskId, ticketIds, limit }) {
      const some =
        ticketIds === null ? '' : ` AND ticket.ticket_id IN ${placeholders(ticketIds.length)}`;
      const by = (column: string): string =>
        `SELECT agent_run.document AS document, agent_run.has_asked AS has_asked,
            ticket.ticket_id AS known_ticket_id, ticket.desk_id AS known_desk_id
          FROM agent_run JOIN ticket ON ticket.${column} = agent_run.ticket_address
          WHERE agent_run.ticket_id IS NULL AND ticket.desk_id = ? AND ticket.deleted_at IS NULL${some}`;
      const params = [deskId, ...(ticketIds ?? [])];
      const rows = await db.select(
        `SELECT document, has_asked, known_ticket_id, known_desk_id
          FROM (${by('ticket_key')} UNION ALL ${by('ticket_id')}) matchable LIMIT ${limit}`,
        [...params, ...params],
      );
      return rows.map((row) => {
        const { known_ticket_id, known_desk_id } = placeSchema.parse(row);
        return {
          row: toRunRow(row),
          ticket: { ticketId: known_ticket_id, deskId: known_desk_id },
        };
      });
    },

    async countUnmatchedRuns() {
      const rows = await db.select(
        `SELECT agent_id, COUNT(*) AS runs, MAX(received_at) AS last_received_at FROM agent_run
          WHERE ticket_id IS NULL GROUP BY agent_id`,
      );
      return parseRows(unmatchedSchema, rows);
    },

    async listRuns({ after, upTo, limit }) {
      const from = after ?? { endedAt: epochMs(0), runId: '' };
      const rows = await db.select(
        `SELECT ${READ_RUN_COLUMNS} FROM agent_run
          WHERE ended_at <= ? AND (ended_at > ? OR (ended_at = ? AND run_id > ?))
          ORDER BY ended_at, run_id LIMIT ${limit}`,
        [upTo, from.endedAt, from.endedAt, from.runId],
      );
      return rows.map(toRunRow);
    },
  };
}
