import { z } from 'zod';

import { epochMs } from '../../../domain/time';
import type { RunRow, RunTables } from '../../../ports/run-tables';
import { integerColumn, jsonColumn, parseRows, textColumn, timeColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders, writeRows } from './statement';

const TICKETS_PER_STATEMENT = 250;
const ROWS_PER_STATEMENT = 200;
const documentSchema = z.object({ document: jsonColumn });
const unmatchedSchema = z
  .object({ agent_id: textColumn, runs: integerColumn, last_received_at: timeColumn })
  .transform(({ agent_id, runs, last_received_at }) => ({
    agentId: agent_id,
    runs,
    lastReceivedAt: last_received_at,
  }));
const rowSchema = z.object({ ticket_id: textColumn, document: jsonColumn });

/** The `agent_run` table. */
export function createRunTable(db: SqlDatabase): RunTables {
  return {
    async putRuns(rows) {
      const columns = ['run_id', 'agent_id', 'ticket_id', 'received_at', 'ended_at', 'document'];
      const values = rows.map((row) => [
        row.runId,
        row.agentId,
        row.ticketId,
        row.receivedAt,
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
        `SELECT document FROM agent_run
          WHERE ended_at <= ? AND (ended_at > ? OR (ended_at = ? AND run_id > ?))
          ORDER BY ended_at, run_id LIMIT ${limit}`,
        [upTo, from.endedAt, from.endedAt, from.runId],
      );
      return parseRows(documentSchema, rows).map(({ document }) => document as RunRow);
    },
  };
}
