import { z } from 'zod';

import { isFinished } from '../../../domain/escalation/hand-off-step';
import type { HandOffRow, HandOffTables } from '../../../ports/hand-off-tables';
import { integerColumn, jsonColumn, optionalTextColumn, parseRows } from './columns';
import { DuplicateKeyError, type SqlDatabase, type SqlRow, type SqlValue } from './forge-database';

const COLUMNS = [
  'hand_off_id',
  'ticket_id',
  'desk_id',
  'decided_at',
  'is_finished',
  'leased_until',
  'version',
  'document',
] as const;
const LIST = COLUMNS.join(', ');
const ASSIGNMENTS = COLUMNS.map((column) => `${column} = ?`).join(', ');
const PLACES = COLUMNS.map(() => '?').join(', ');

type HandOffDocument = Omit<HandOffRow, 'version'>;
const rowSchema = z.object({ version: integerColumn, document: jsonColumn });

const keySchema = z.object({ ticket_key: optionalTextColumn });
const TICKET_KEY = `CASE WHEN ticket_id LIKE 'servicenow:%'
            THEN (SELECT ticket_key FROM ticket WHERE ticket.ticket_id = hand_off.ticket_id) END`;

/** The `hand_off` table. */
export function createHandOffTable(db: SqlDatabase): HandOffTables {
  return {
    async readHandOff(handOffId) {
      const rows = await db.select('SELECT version, document FROM hand_off WHERE hand_off_id = ?', [
        handOffId,
      ]);
      return toHandOffRows(rows)[0] ?? null;
    },

    async saveHandOff(row) {
      if (row.version === 0) return insert(db, row);
      const { affectedRows } = await db.write(
        `UPDATE hand_off SET ${ASSIGNMENTS} WHERE hand_off_id = ? AND version = ?`,
        [...valuesOf(row), row.handOffId, row.version],
      );
      return affectedRows === 0 ? 'conflict' : 'saved';
    },

    async listUnfinishedHandOffs({ deskId, freeAt, limit }) {
      const conditions: string[] = ['is_finished = 0'];
      const values: SqlValue[] = [];
      if (deskId !== null) {
        conditions.push('desk_id = ?');
        values.push(deskId);
      }
      if (freeAt !== undefined) {
        conditions.push('(leased_until IS NULL OR leased_until <= ?)');
        values.push(freeAt);
      }
      const rows = await db.select(
        `SELECT version, document, ${TICKET_KEY} AS ticket_key FROM hand_off WHERE ${conditions.join(' AND ')}
          ORDER BY decided_at, hand_off_id LIMIT ${limit}`,
        values,
      );
      const keys = parseRows(keySchema, rows);
      return toHandOffRows(rows).map((row, i) => ({
        ...row,
        ticketKey: keys[i]?.ticket_key ?? null,
      }));
    },

    async readHandOffsOfTicket(ticketId) {
      return toHandOffRows(
        await db.select(
          'SELECT version, document FROM hand_off WHERE ticket_id = ? ORDER BY decided_at, hand_off_id',
          [ticketId],
        ),
      );
    },
  };
}

async function insert(db: SqlDatabase, row: HandOffRow): Promise<'saved' | 'conflict'> {
  try {
    await db.write(`INSERT INTO hand_off (${LIST}) VALUES (${PLACES})`, valuesOf(row));
    return 'saved';
  } catch (error) {
    if (error instanceof DuplicateKeyError) return 'conflict';
    throw error;
  }
}

function valuesOf({ version, ...document }: HandOffRow): readonly SqlValue[] {
  const { handOffId, ticketId, deskId, decidedAt, step, leasedUntil } = document;
  return [
    handOffId,
    ticketId,
    deskId,
    decidedAt,
    Number(isFinished(step)),
    leasedUntil,
    version + 1,
    JSON.stringify(document),
  ];
}

/** The shape is ours. */
export const toHandOffRows = (rows: readonly SqlRow[]): readonly HandOffRow[] =>
  parseRows(rowSchema, rows).map(({ version, document }) => ({
    ...(document as HandOffDocument),
    version,
  }));
