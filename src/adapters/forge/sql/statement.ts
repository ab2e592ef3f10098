import type { SqlDatabase, SqlValue } from './forge-database';

/** `(?, ?, ?)` */
export const placeholders = (count: number): string =>
  `(${Array.from({ length: count }, () => '?').join(', ')})`;

/** `(?, ?), (?, ?)` */
const valueRows = (rows: number, columns: number): string =>
  Array.from({ length: rows }, () => placeholders(columns)).join(', ');

export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let i = 0; i < items.length; i += size) chunks.push(items.slice(i, i + size));
  return chunks;
}

/** The platform takes 1 MiB a request; this leaves room for the statement itself. */
const BYTES_PER_STATEMENT = 700_000;

/** As many rows as may go together, by number and by size. A row is never split. */
export function batchesOf(
  rows: readonly (readonly SqlValue[])[],
  maxRows: number,
): readonly (readonly (readonly SqlValue[])[])[] {
  const batches: (readonly SqlValue[])[][] = [];
  let current: (readonly SqlValue[])[] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row));
    if (current.length > 0 && (current.length >= maxRows || bytes + size > BYTES_PER_STATEMENT)) {
      batches.push(current);
      current = [];
      bytes = 0;
    }
    current.push(row);
    bytes += size;
  }
  return current.length === 0 ? batches : [...batches, current];
}

/** Rows on their way into a table, all with the same columns. */
export interface RowBatch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/**
 * One statement a batch. `REPLACE` overwrites rows of the same key, `INSERT` refuses the whole batch.
 *
 * @throws DuplicateKeyError from an INSERT
 */
export async function writeRows(
  db: SqlDatabase,
  verb: 'INSERT' | 'REPLACE',
  { table, columns, rows }: RowBatch,
  maxRows: number,
): Promise<void> {
  for (const chunk of batchesOf(rows, maxRows)) {
    const values = valueRows(chunk.length, columns.length);
    await db.write(`${verb} INTO ${table} (${columns.join(', ')}) VALUES ${values}`, chunk.flat());
  }
}

/**
 * Writes rows that may exist already: what then becomes of each is said by the assignments, in which
 * `VALUES(column)` is what would be written. One statement a batch.
 */
export async function upsertRows(
  db: SqlDatabase,
  { table, columns, rows }: RowBatch,
  assignments: readonly string[],
  maxRows: number,
): Promise<void> {
  for (const chunk of batchesOf(rows, maxRows)) {
    await db.write(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${valueRows(chunk.length, columns.length)}
        ON DUPLICATE KEY UPDATE ${assignments.join(', ')}`,
      chunk.flat(),
    );
  }
}
