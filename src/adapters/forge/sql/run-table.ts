import { z } from 'zod';

import type { RunRow, RunTables } from '../../../ports/run-tables';
import { jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders, writeRows } from './statement';

const TICKETS_PER_STATEMENT = 250;
const ROWS_PER_STATEMENT = 200;
const rowSchema = z.object({ ticket_id: textColumn, document: jsonColumn });

/** The `agent_run` table. */
export function createRunTable(db: SqlDatabase): Pick<RunTables, 'putRuns' | 'readRunsOfTickets'> {
  return {
    async putRuns(rows) {
      const columns = ['run_id', 'ticket_id', 'ended_at', 'document'];
      const values = rows.map((row) => [
        row.runId,
        row.ticketId,
        row.run.endedAt,
        JSON.stringify(row),
      ]);
      await writeRows(
        db,
        'REPLACE',
        { table: 'agent_run', columns, rows: values },
        ROWS_PER_STATEMENT,
      );
    },

    async readRunsOfTickets(ticketIds) {
      const byTicket = new Map<string, RunRow[]>();
      for (const chunk of chunksOf(ticketIds, TICKETS_PER_STATEMENT)) {
        const rows = await db.select(
          `SELECT ticket_id, document FROM agent_run WHERE ticket_id IN ${placeholders(chunk.length)}
            ORDER BY ended_at, run_id`,
          chunk,
        );
        for (const { ticket_id, document } of parseRows(rowSchema, rows)) {
          byTicket.set(ticket_id, [...(byTicket.get(ticket_id) ?? []), document as RunRow]);
        }
      }
      return byTicket;
    },
  };
}
