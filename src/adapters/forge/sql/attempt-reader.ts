import type { HandOffRow } from '../../../ports/hand-off-tables';
import type { RunRow, RunTables } from '../../../ports/run-tables';
import { textColumn } from './columns';
import type { SqlDatabase, SqlRow } from './forge-database';
import { toHandOffRows } from './hand-off-table';
import { READ_RUN_COLUMNS, toRunRow } from './run-row';
import { lastOfPage, sizePage } from './size-page';
import { chunksOf, placeholders } from './statement';

const TICKETS_PER_STATEMENT = 250;

/** What was attempted at tickets, read by ticket. */
export function createAttemptReader(db: SqlDatabase): Pick<RunTables, 'readAttemptsOfTickets'> {
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
    async readAttemptsOfTickets(ticketIds) {
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
