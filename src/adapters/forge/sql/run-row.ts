import { z } from 'zod';

import { ticketAddressOf } from '../../../domain/run/ticket-address';
import type { RunRow } from '../../../ports/run-tables';
import { flagColumn, jsonColumn } from './columns';
import type { SqlRow, SqlValue } from './forge-database';

/** Columns in the order of `runValues`; the revision last, since what decides is written last. */
export const RUN_COLUMNS = [
  'run_id',
  'agent_id',
  'ticket_id',
  'desk_id',
  'ticket_address',
  'received_at',
  'ended_at',
  'has_asked',
  'document',
  'former_tickets',
  'revision',
] as const;

/** The columns that `toRunRow` reads. */
export const READ_RUN_COLUMNS = 'document, has_asked';

export const runValues = (row: RunRow): readonly SqlValue[] => [
  row.runId,
  row.agentId,
  row.ticketId,
  row.deskId,
  row.run.ticketRef === null ? null : ticketAddressOf(row.run.ticketRef),
  row.receivedAt,
  row.run.endedAt,
  Number(row.hasAsked),
  JSON.stringify(row),
  JSON.stringify(row.formerTicketIds),
  row.revision,
];

const rowSchema = z.object({ document: jsonColumn, has_asked: flagColumn });

/** The shape is ours. That a sender has asked is kept beside the document, and never unsaid. */
export function toRunRow(row: SqlRow): RunRow {
  const { document, has_asked } = rowSchema.parse(row);
  return { ...(document as RunRow), hasAsked: has_asked };
}
