import { z } from 'zod';

import type {
  ContactRow,
  HandOffRow,
  ScoreStore,
  StoredTicket,
  TicketWrite,
} from '../../../ports/score-store';
import {
  integerColumn,
  jsonColumn,
  optionalTextColumn,
  optionalTimeColumn,
  parseRows,
  textColumn,
  timeColumn,
} from './columns';
import { toDeskRow } from './desk-table';
import { DuplicateKeyError, type SqlDatabase, type SqlRow } from './forge-database';
import { toHandOffRows } from './hand-off-table';
import { createTicketStamps } from './ticket-stamps';
import { batchesOf, chunksOf, placeholders, writeRows } from './statement';
import {
  STORED_TICKET_COLUMNS,
  TICKET_COLUMNS,
  ticketDocument,
  ticketIdOf,
  ticketValues,
  toStoredTicket,
} from './ticket-row';

type TicketMethods = Pick<
  ScoreStore,
  | 'readTicketContext'
  | 'readTicketPlace'
  | 'readTickets'
  | 'readContacts'
  | 'saveTicket'
  | 'saveTickets'
  | 'saveTicketEvents'
  | 'settleTicket'
  | 'listUnsettledTickets'
  | 'listTicketsNeedingSnapshot'
  | 'listTicketIds'
  | 'listTicketStamps'
  | 'raiseStamps'
  | 'unsettleTickets'
  | 'markTagged'
  | 'listUntaggedTickets'
>;

const IDS_PER_STATEMENT = 250;
const TICKETS_PER_STATEMENT = 50;

const placeSchema = z.object({ desk_id: textColumn, opened_at: timeColumn });
const contactSchema = z.object({
  ticket_id: textColumn,
  contact_key: optionalTextColumn,
  subject: jsonColumn,
  opened_at: timeColumn,
  last_resolved_at: optionalTimeColumn,
});

const HAND_OFFS_TOO = `
        UNION ALL
        SELECT 'hand-off', '', version, 0, 0, 0, NULL, NULL, document, NULL, NULL, NULL, NULL
          FROM hand_off WHERE ticket_id = ?`;

const byDecision = (a: HandOffRow, b: HandOffRow): number =>
  a.decidedAt - b.decidedAt || (a.handOffId < b.handOffId ? -1 : 1);

/** The `ticket` table. */
export function createTicketTable(db: SqlDatabase): TicketMethods {
  const listIds = async (query: string, params: readonly (string | number)[]) =>
    (await db.select(query, params)).map(ticketIdOf);

  const saveTicket = async (write: TicketWrite, expectedVersion: number | null) => {
    if (expectedVersion === null) return insertTicket(db, write);
    const assignments = TICKET_COLUMNS.map((column) => `${column} = ?`).join(', ');
    const { affectedRows } = await db.write(
      `UPDATE ticket SET ${assignments} WHERE ticket_id = ? AND version = ?`,
      [...ticketValues(write), write.next.ticket.id, expectedVersion],
    );
    return affectedRows === 0 ? ('conflict' as const) : ('saved' as const);
  };

  return {
    saveTicket,

    async readTicketContext(query) {
      const { deskId, ticketId, ticketKey = null, contactsFrom, withHandOffs = false } = query;
      // One statement for all kinds of rows: an event must not cost more than it has to.
      const rows = await db.select(
        `SELECT 'desk' AS kind, desk_id AS ticket_id, version, 0 AS needs_snapshot, 0 AS is_unsettled, 0 AS is_untagged,
            NULL AS history_up_to, NULL AS deleted_at, document, NULL AS contact_key, NULL AS subject, NULL AS opened_at, NULL AS last_resolved_at
          FROM desk WHERE desk_id = ?
        UNION ALL
        SELECT 'ticket', ticket_id, version, needs_snapshot, is_unsettled, is_untagged,
            history_up_to, deleted_at, document, contact_key, subject, opened_at, last_resolved_at
          FROM ticket WHERE ticket_id = ?
        UNION ALL
        SELECT 'contact', ticket_id, 0, 0, 0, 0, NULL, NULL, NULL, contact_key, subject, opened_at, last_resolved_at
          FROM ticket WHERE contact_key IN (SELECT contact_key FROM ticket WHERE ticket_id = ?) AND ticket_id <> ?
            AND (opened_at >= ? OR last_resolved_at >= ?)
        UNION ALL
        SELECT 'runs', '', COUNT(*), 0, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL
          FROM agent_run WHERE ticket_address IN (?, ?) AND ticket_id IS NULL${withHandOffs ? HAND_OFFS_TOO : ''}`,
        [
          ...[deskId, ticketId, ticketId, ticketId, contactsFrom, contactsFrom],
          ...[ticketId, ticketKey?.toUpperCase() ?? ticketId],
          ...(withHandOffs ? [ticketId] : []),
        ],
      );
      const ofKind = (kind: string): readonly SqlRow[] =>
        rows.filter((row) => row['kind'] === kind);
      const [deskRow] = ofKind('desk');
      const [ticketRow] = ofKind('ticket');
      return {
        desk: deskRow === undefined ? null : toDeskRow(deskRow),
        stored: ticketRow === undefined ? null : toStoredTicket(ticketRow),
        contacts: parseRows(contactSchema, ofKind('contact')).map(toContact),
        unmatchedRuns: integerColumn.parse(ofKind('runs')[0]?.['version'] ?? 0),
        handOffs: toHandOffRows(ofKind('hand-off')).toSorted(byDecision),
      };
    },

    async readTicketPlace(ticketId) {
      const [row] = parseRows(
        placeSchema,
        await db.select(
          'SELECT desk_id, opened_at FROM ticket WHERE ticket_id = ? AND deleted_at IS NULL',
          [ticketId],
        ),
      );
      return row === undefined ? null : { deskId: row.desk_id, openedAt: row.opened_at };
    },

    async readTickets(ticketIds) {
      const found: StoredTicket[] = [];
      for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
        const rows = await db.select(
          `SELECT ${STORED_TICKET_COLUMNS} FROM ticket WHERE ticket_id IN ${placeholders(chunk.length)}`,
          chunk,
        );
        found.push(...rows.map(toStoredTicket));
      }
      return found;
    },

    async readContacts(contactKeys, { from, to }) {
      const byKey = new Map<string, ContactRow[]>();
      for (const chunk of chunksOf([...new Set(contactKeys)], IDS_PER_STATEMENT)) {
        const rows = await db.select(
          `SELECT ticket_id, contact_key, subject, opened_at, last_resolved_at FROM ticket
            WHERE contact_key IN ${placeholders(chunk.length)} AND opened_at <= ? AND (opened_at >= ? OR last_resolved_at >= ?)`,
          [...chunk, to, from, from],
        );
        for (const row of parseRows(contactSchema, rows)) {
          const group = byKey.get(row.contact_key ?? '') ?? [];
          group.push(toContact(row));
          byKey.set(row.contact_key ?? '', group);
        }
      }
      return byKey;
    },

    async saveTickets(writes) {
      const refused: string[] = [];
      const isNew = ({ next }: TicketWrite): boolean => next.version === 1;
      for (const chunk of chunksOf(writes.filter(isNew), TICKETS_PER_STATEMENT)) {
        refused.push(...(await insertTickets(db, chunk)));
      }
      for (const write of writes.filter((each) => !isNew(each))) {
        const saved = await saveTicket(write, write.next.version - 1);
        if (saved === 'conflict') refused.push(write.next.ticket.id);
      }
      return refused;
    },

    async saveTicketEvents(tickets) {
      const conflicts: string[] = [];
      const rows = tickets.map((next) => [next.ticket.id, next.version - 1, ticketDocument(next)]);
      for (const batch of batchesOf(rows, TICKETS_PER_STATEMENT)) {
        const { affectedRows } = await db.write(
          `UPDATE ticket SET is_unsettled = 1,
              document = CASE ticket_id ${batch.map(() => 'WHEN ? THEN ?').join(' ')} ELSE document END,
              version = version + 1
            WHERE ${batch.map(() => '(ticket_id = ? AND version = ?)').join(' OR ')}`,
          [
            ...batch.flatMap(([ticketId = null, , document = null]) => [ticketId, document]),
            ...batch.flatMap(([ticketId = null, version = null]) => [ticketId, version]),
          ],
        );
        if (affectedRows < batch.length) conflicts.push(...batch.map(([id]) => String(id)));
      }
      return conflicts;
    },

    async settleTicket(write) {
      await saveTicket(write, write.next.version);
    },

    async unsettleTickets(ticketIds) {
      for (const chunk of chunksOf(ticketIds, IDS_PER_STATEMENT)) {
        await db.write(
          `UPDATE ticket SET is_unsettled = 1 WHERE ticket_id IN ${placeholders(chunk.length)}`,
          chunk,
        );
      }
    },

    async markTagged(tickets) {
      for (const chunk of chunksOf(tickets, IDS_PER_STATEMENT)) {
        const each = chunk.map(() => '(ticket_id = ? AND version = ?)').join(' OR ');
        await db.write(
          `UPDATE ticket SET is_untagged = 0 WHERE ${each}`,
          chunk.flatMap(({ ticketId, version }) => [ticketId, version]),
        );
      }
    },

    async listUntaggedTickets(deskId, limit) {
      const rows = await db.select(
        `SELECT ticket_id, version FROM ticket WHERE desk_id = ? AND is_untagged = 1 AND is_unsettled = 0 AND deleted_at IS NULL ORDER BY ticket_id LIMIT ${limit}`,
        [deskId],
      );
      return rows.map((row) => ({
        ticketId: ticketIdOf(row),
        version: integerColumn.parse(row['version']),
      }));
    },

    listUnsettledTickets: (deskId, limit) =>
      listIds(
        `SELECT ticket_id FROM ticket WHERE desk_id = ? AND is_unsettled = 1 LIMIT ${limit}`,
        [deskId],
      ),
    listTicketsNeedingSnapshot: (deskId, after, limit) =>
      listIds(
        `SELECT ticket_id FROM ticket WHERE desk_id = ? AND needs_snapshot = 1 AND ticket_id > ? ORDER BY ticket_id LIMIT ${limit}`,
        [deskId, after],
      ),
    listTicketIds: (deskId, after, limit) =>
      listIds(
        `SELECT ticket_id FROM ticket WHERE desk_id = ? AND ticket_id > ? AND deleted_at IS NULL ORDER BY ticket_id LIMIT ${limit}`,
        [deskId, after],
      ),
    ...createTicketStamps(db),
  };
}

const toContact = (row: z.output<typeof contactSchema>): ContactRow => ({
  ticketId: row.ticket_id,
  subject: row.subject as readonly string[],
  openedAt: row.opened_at,
  lastResolvedAt: row.last_resolved_at,
});

async function insertTicket(db: SqlDatabase, write: TicketWrite): Promise<'saved' | 'conflict'> {
  return (await insertTickets(db, [write])).length === 0 ? 'saved' : 'conflict';
}

/** Inserts a chunk at once, or one by one when somebody else was first with one of them. */
async function insertTickets(
  db: SqlDatabase,
  writes: readonly TicketWrite[],
): Promise<readonly string[]> {
  const rows = writes.map(ticketValues);
  try {
    await writeRows(db, 'INSERT', { table: 'ticket', columns: TICKET_COLUMNS, rows }, rows.length);
    return [];
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    if (writes.length === 1) return writes.map(({ next }) => next.ticket.id);
  }
  const refused: string[] = [];
  for (const write of writes) refused.push(...(await insertTickets(db, [write])));
  return refused;
}
