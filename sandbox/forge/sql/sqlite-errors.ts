import { EngineError } from './database';

interface Translation {
  readonly pattern: RegExp;
  readonly code: string;
  readonly errno: number;
  readonly sqlState: string;
  /** @param name - what the pattern captured */
  readonly message: (name: string) => string;
}

const bare = (name: string): string => name.replace(/^[^.]*\./, '');
/** Index names are unique per table in MySQL, per database here: `ticket__by_day`. */
const indexName = (name: string): string => name.replace(/^.*?__/, '');

const TRANSLATIONS: readonly Translation[] = [
  {
    pattern: /^UNIQUE constraint failed: (.+)$/,
    code: 'ER_DUP_ENTRY',
    errno: 1062,
    sqlState: '23000',
    message: (columns) => `Duplicate entry for key '${columns}'`,
  },
  {
    pattern: /^no such table: (.+)$/,
    code: 'ER_NO_SUCH_TABLE',
    errno: 1146,
    sqlState: '42S02',
    message: (table) => `Table '${bare(table)}' doesn't exist`,
  },
  {
    pattern: /^(?:no such column: |table .+ has no column named )(.+)$/,
    code: 'ER_BAD_FIELD_ERROR',
    errno: 1054,
    sqlState: '42S22',
    message: (column) => `Unknown column '${column}' in 'field list'`,
  },
  {
    pattern: /^NOT NULL constraint failed: (.+)$/,
    code: 'ER_BAD_NULL_ERROR',
    errno: 1048,
    sqlState: '23000',
    message: (column) => `Column '${bare(column)}' cannot be null`,
  },
  {
    pattern: /^index (.+) already exists$/,
    code: 'ER_DUP_KEYNAME',
    errno: 1061,
    sqlState: '42000',
    message: (index) => `Duplicate key name '${indexName(index)}'`,
  },
  {
    pattern: /^table (.+) already exists$/,
    code: 'ER_TABLE_EXISTS_ERROR',
    errno: 1050,
    sqlState: '42S01',
    message: (table) => `Table '${table.replace(/["`]/g, '')}' already exists`,
  },
  {
    pattern: /^duplicate column name: (.+)$/,
    code: 'ER_DUP_FIELDNAME',
    errno: 1060,
    sqlState: '42S21',
    message: (column) => `Duplicate column name '${column}'`,
  },
  {
    pattern: /^no such index: (.+)$/,
    code: 'ER_CANT_DROP_FIELD_OR_KEY',
    errno: 1091,
    sqlState: '42000',
    message: (index) => `Can't DROP '${indexName(index)}'; check that column/key exists`,
  },
  {
    pattern: /^(near ".+": syntax error|incomplete input|unrecognized token: .+)$/,
    code: 'ER_PARSE_ERROR',
    errno: 1064,
    sqlState: '42000',
    message: (detail) => `You have an error in your SQL syntax: ${detail}`,
  },
];

/** SQLite's error in MySQL's words, so that the app sees one dialect. */
export function toEngineError(error: unknown): EngineError {
  const text = error instanceof Error ? error.message : String(error);
  for (const { pattern, code, errno, sqlState, message } of TRANSLATIONS) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return new EngineError(code, errno, sqlState, message(name), error);
  }
  return new EngineError('ER_UNKNOWN_ERROR', 1105, 'HY000', text, error);
}
