import { z } from 'zod';

import type { StoredTicket, TicketWrite } from '../../../ports/score-store';
import type { SqlRow, SqlValue } from './forge-database';
import { integerColumn, flagColumn, jsonColumn, optionalTimeColumn, textColumn } from './columns';

/** Columns in the order of `ticketValues`. */
export const TICKET_COLUMNS = [
  'ticket_id',
  'ticket_key',
  'desk_id',
  'version',
  'needs_snapshot',
  'is_unsettled',
  'is_untagged',
  'is_open',
  'reopen_moves',
  'opened_at',
  'opened_day',
  'last_resolved_at',
  'native_resolved_at',
  'history_up_to',
  'deleted_at',
  'contact_key',
  'request_type',
  'priority',
  'subject',
  'document',
] as const;

/** The columns that `toStoredTicket` reads. */
export const STORED_TICKET_COLUMNS =
  'ticket_id, version, needs_snapshot, is_unsettled, is_untagged, history_up_to, deleted_at, document';

/** What has no column of its own. The shape is ours; a newer app reads what an older one wrote. */
type TicketDocument = Pick<
  StoredTicket,
  | 'ticket'
  | 'events'
  | 'deletedComments'
  | 'undoneOverrides'
  | 'owedAudit'
  | 'settledVerdicts'
  | 'settledFacts'
  | 'tagFingerprint'
  | 'auditSeq'
  | 'auditHash'
>;

export function ticketValues({ next, facts }: TicketWrite): readonly SqlValue[] {
  const { ticket } = next;
  return [
    ticket.id,
    ticket.key?.toUpperCase() ?? null,
    ticket.desk,
    next.version,
    Number(next.needsSnapshot),
    Number(!next.isSettled),
    Number(!next.isTagged),
    Number(facts.isOpen),
    facts.reopenMoves,
    ticket.openedAt,
    facts.openedDay,
    facts.lastResolvedAt,
    ticket.nativeResolvedAt,
    next.historyUpTo,
    next.deletedAt,
    next.deletedAt === null ? facts.contactKey : null,
    cut(ticket.requestType),
    cut(ticket.priority),
    JSON.stringify(ticket.subject),
    ticketDocument(next),
  ];
}

export function ticketDocument(next: StoredTicket): string {
  const document: TicketDocument = {
    ticket: next.ticket,
    events: next.events,
    deletedComments: next.deletedComments,
    undoneOverrides: next.undoneOverrides,
    owedAudit: next.owedAudit,
    settledVerdicts: next.settledVerdicts,
    settledFacts: next.settledFacts,
    tagFingerprint: next.tagFingerprint,
    auditSeq: next.auditSeq,
    auditHash: next.auditHash,
  };
  return JSON.stringify(document);
}

/** What an older app did not write. */
const LATER_ADDITIONS = { undoneOverrides: [], owedAudit: [] } as const;

const rowSchema = z.object({
  version: integerColumn,
  needs_snapshot: flagColumn,
  is_unsettled: flagColumn,
  is_untagged: flagColumn,
  history_up_to: optionalTimeColumn,
  deleted_at: optionalTimeColumn,
  document: jsonColumn,
});

export function toStoredTicket(row: SqlRow): StoredTicket {
  const read = rowSchema.parse(row);
  const document = read.document as TicketDocument;
  return {
    ...LATER_ADDITIONS,
    ...document,
    version: read.version,
    isSettled: !read.is_unsettled,
    isTagged: !read.is_untagged,
    needsSnapshot: read.needs_snapshot,
    historyUpTo: read.history_up_to,
    deletedAt: read.deleted_at,
  };
}

export const ticketIdOf = (row: SqlRow): string => textColumn.parse(row['ticket_id']);

/** Names longer than the column are cut there; the document keeps them whole. */
const cut = (text: string | null): string | null => text?.slice(0, 255) ?? null;
