/** What SQLite tells of a column; `type` is the declared one, null for an expression. */
export interface SqliteColumn {
  readonly name: string;
  readonly type: string | null;
}

/**
 * A value as MySQL's protocol gives it. An expression's integer (COUNT, SUM) is a BIGINT or DECIMAL
 * there and so a string; so is MAX of an INT here, which MySQL gives as a number.
 *
 * @param value - integers as bigint
 */
export function toMySqlValue(value: unknown, column: SqliteColumn): unknown {
  const type = column.type?.toUpperCase() ?? null;
  if (type?.startsWith('DECIMAL') === true || type?.startsWith('NUMERIC') === true) {
    return value === null ? null : decimal(Number(value), type);
  }
  if (typeof value === 'bigint') return isSmallNumber(type) ? Number(value) : String(value);
  return value;
}

/** Everything but BIGINT, auto-increment keys (declared INTEGER) and expressions. */
const isSmallNumber = (type: string | null): boolean =>
  type !== null && !type.startsWith('BIGINT') && type !== 'INTEGER';

function decimal(value: number, type: string): string {
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(type)?.[1];
  return value.toFixed(scale === undefined ? 0 : Number(scale));
}
