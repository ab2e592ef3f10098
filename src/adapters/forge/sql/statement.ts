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

/** Rows on their way into a table, all with the same columns. */
export interface RowBatch {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/**
 * One statement a chunk. `REPLACE` overwrites rows of the same key, `INSERT` refuses the whole chunk.
 *
 * @throws DuplicateKeyError from an INSERT
 */
export async function writeRows(
  db: SqlDatabase,
  verb: 'INSERT' | 'REPLACE',
  { table, columns, rows }: RowBatch,
  chunkSize: number,
): Promise<void> {
  for (const chunk of chunksOf(rows, chunkSize)) {
    const values = valueRows(chunk.length, columns.length);
    await db.write(`${verb} INTO ${table} (${columns.join(', ')}) VALUES ${values}`, chunk.flat());
  }
}
