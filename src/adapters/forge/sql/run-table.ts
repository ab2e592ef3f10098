import { z } from 'zod';

import { epochMs, type EpochMs } from '../../../domain/time';
import type { RunRow, RunTables } from '../../../ports/run-tables';
import { jsonColumn, parseRows, textColumn } from './columns';
import type { SqlDatabase } from './forge-database';
import { chunksOf, placeholders, writeRows } from './statement';

const TICKETS_PER_STATEMENT = 250;
const ROWS_PER_STATEMENT = 200;
const documentSchema = z.object({ document: jsonColumn });
const rowSchema = z.object({ ticket_id: textColumn, document: jsonColumn });

/** The `agent_run` table. */
export function createRunTable(
  db: SqlDatabase,
): Pick<RunTables, 'putRuns' | 'readRunsOfTickets' | 'countUnmatchedRuns' | 'listRuns'> {
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

    async countUnmatchedRuns() {
      const rows = await db.select('SELECT document FROM agent_run WHERE ticket_id IS NULL');
      const counts = new Map<string, { runs: number; lastReceivedAt: EpochMs }>();
      for (const { document } of parseRows(documentSchema, rows)) {
        const { agentId, receivedAt } = document as RunRow;
        const count = counts.get(agentId) ?? { runs: 0, lastReceivedAt: receivedAt };
        counts.set(agentId, {
          runs: count.runs + 1,
          lastReceivedAt: epochMs(Math.max(count.lastReceivedAt, receivedAt)),
        });
      }
      return [...counts].map(([agentId, count]) => ({ agentId, ...count }));
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
