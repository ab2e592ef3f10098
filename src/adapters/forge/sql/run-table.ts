import { z } from 'zod';

import { epochMs } from '../../../domain/time';
import type { HandOffRow } from '../../../ports/hand-off-tables';
import type { RunRow, RunTables } from '../../../ports/run-tables';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { toHandOffRows } from './hand-off-table';
import { READ_RUN_COLUMNS, RUN_COLUMNS, runValues, toRunRow } from './run-row';
import { lastOfPage, sizePage } from './size-page';
import { chunksOf, placeholders, upsertRows } from './statement';

const TICKETS_PER_STATEMENT = 250;
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

type RunMethods = Omit<RunTables, 'putSpans' | 'readRunContext'>;

/** The `agent_run` table. */
export function createRunTable(db: SqlDatabase): RunMethods {
  const readAttemptsOfTickets: RunMethods['readAttemptsOfTickets'] = async (ticketIds) => {
    const [runs, handOffs]: [SqlRow[], SqlRow[]] = [[], []];
    for (const chunk of chunksOf(ticketIds, TICKETS_PER_STATEMENT)) {
      const first = await db.select(
        `${runsOf(chunk.length)} UNION ALL ${handOffsOf(chunk.length)}`,
        [...chunk, ...keyParams(['', '']), ...chunk],
      );
      const ofRuns = first.filter(({ kind }) => kind === 'run');
      handOffs.push(...first.filter(({ kind }) => kind === 'hand-off'));
      runs.push(...ofRuns, ...(await restOf(chunk, ofRuns)));
    }
    return { runs: runsByTicket(runs), handOffs: handOffsByTicket(handOffs) };
  };
  const restOf = async (
    ticketIds: readonly string[],
    page: readonly SqlRow[],
  ): Promise<readonly SqlRow[]> => {
    const rest: SqlRow[] = [];
    for (let last = lastOfPage(page); last !== null;) {
      const after = [textColumn.parse(last['ticket_id']), textColumn.parse(last['run_id'])];
      const next = await db.select(runsOf(ticketIds.length), [...ticketIds, ...keyParams(after)]);
      rest.push(...next);
      last = lastOfPage(next);
    }
    return rest;
  };

  return {
    async putRuns(rows) {
      const batch = { table: 'agent_run', columns: RUN_COLUMNS, rows: rows.map(runValues) };
      await upsertRows(db, batch, UPDATES, ROWS_PER_STATEMENT);
    },

    async readRunsOfTickets(ticketIds) {
      const rows: SqlRow[] = [];
      for (const chunk of chunksOf(ticketIds, TICKETS_PER_STATEMENT)) {
        const page = await db.select(runsOf(chunk.length), [...chunk, ...keyParams(['', ''])]);
        rows.push(...page, ...(await restOf(chunk, page)));
      }
      return runsByTicket(rows);
    },

    readAttemptsOfTickets,

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

const keyParams = ([ticketId = '', runId = '']: readonly string[]): readonly string[] => [
  ticketId,
  ticketId,
  runId,
];

const runsOf = (tickets: number): string => {
  const page = sizePage(
    {
      columns: `ticket_id, run_id, ended_at, ${READ_RUN_COLUMNS}`,
      from: `agent_run WHERE ticket_id IN ${placeholders(tickets)}
        AND (ticket_id > ? OR (ticket_id = ? AND run_id > ?))`,
    },
    'ticket_id, run_id',
  );
  return `SELECT 'run' AS kind, ticket_id, run_id, document, has_asked, 0 AS version, upto, whole FROM (${page}) page`;
};

const handOffsOf = (tickets: number): string =>
  `SELECT 'hand-off', ticket_id, hand_off_id, document, 0, version, 0, 0 FROM hand_off
    WHERE ticket_id IN ${placeholders(tickets)}`;

function runsByTicket(rows: readonly SqlRow[]): ReadonlyMap<string, readonly RunRow[]> {
  const inTimeOrder = rows
    .map((row) => ({ ticketId: textColumn.parse(row['ticket_id']), row: toRunRow(row) }))
    .sort((a, b) => a.row.run.endedAt - b.row.run.endedAt || (a.row.runId < b.row.runId ? -1 : 1));
  return groupByTicket(inTimeOrder);
}

const handOffsByTicket = (rows: readonly SqlRow[]): ReadonlyMap<string, readonly HandOffRow[]> =>
  groupByTicket(toHandOffRows(rows).map((row) => ({ ticketId: row.ticketId, row })));

function groupByTicket<T>(
  all: readonly { readonly ticketId: string; readonly row: T }[],
): ReadonlyMap<string, readonly T[]> {
  const byTicket = new Map<string, T[]>();
  for (const { ticketId, row } of all) {
    const ofTicket = byTicket.get(ticketId);
    if (ofTicket === undefined) byTicket.set(ticketId, [row]);
    else ofTicket.push(row);
  }
  return byTicket;
}
