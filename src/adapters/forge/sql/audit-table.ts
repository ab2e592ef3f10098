import { z } from 'zod';

import type { AuditEntry, ScoreStore } from '../../../ports/score-store';
import { integerColumn, parseRows, textColumn, timeColumn } from './columns';
import { DuplicateKeyError, type SqlDatabase, type SqlValue } from './forge-database';
import { writeRows } from './statement';

type AuditMethods = Pick<ScoreStore, 'appendAudit' | 'readAudit'>;

const ENTRIES_PER_STATEMENT = 200;

const COLUMNS = [
  'subject',
  'seq',
  'recorded_at',
  'action',
  'detail',
  'previous_hash',
  'hash',
] as const;

const entrySchema = z
  .object({
    subject: textColumn,
    seq: integerColumn,
    recorded_at: timeColumn,
    action: textColumn,
    detail: textColumn,
    previous_hash: textColumn,
    hash: textColumn,
  })
  .transform((row): AuditEntry => ({
    subject: row.subject,
    seq: row.seq,
    at: row.recorded_at,
    action: row.action,
    detail: row.detail,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));

const valuesOf = (entry: AuditEntry): readonly SqlValue[] => [
  entry.subject,
  entry.seq,
  entry.at,
  entry.action,
  entry.detail,
  entry.previousHash,
  entry.hash,
];

/** The `audit_entry` table. */
export function createAuditTable(db: SqlDatabase): AuditMethods {
  const batch = (entries: readonly AuditEntry[]) => ({
    table: 'audit_entry',
    columns: COLUMNS,
    rows: entries.map(valuesOf),
  });
  return {
    async appendAudit(entries) {
      try {
        await writeRows(db, 'INSERT', batch(entries), ENTRIES_PER_STATEMENT);
        return 'appended';
      } catch (error) {
        if (error instanceof DuplicateKeyError) return 'duplicate';
        throw error;
      }
    },
    async readAudit(subject) {
      const rows = await db.select(
        `SELECT ${COLUMNS.join(', ')} FROM audit_entry WHERE subject = ? ORDER BY seq`,
        [subject],
      );
      return parseRows(entrySchema, rows);
    },
  };
}
