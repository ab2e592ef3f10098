import type { SqlStatement } from './statement';

export type SqlParam = string | number | boolean | null;
export type SqlRow = Readonly<Record<string, unknown>>;

/** Rows of a query, or what a write did. */
export type SqlResult =
  | { readonly rows: readonly SqlRow[] }
  | { readonly affectedRows: number; readonly insertId: number };

/**
 * An engine behind Forge SQL: one database of one installation. Values come back as the platform
 * gives them: BIGINT and DECIMAL as strings, smaller integers and floats as numbers.
 */
export interface Database {
  readonly engine: 'sqlite' | 'mysql';
  /** @throws EngineError when the engine refuses */
  execute(statement: SqlStatement, params: readonly SqlParam[]): Promise<SqlResult>;
  sizeBytes(): Promise<number>;
  close(): Promise<void>;
}

/** What the engine says went wrong, in MySQL's terms. */
export class EngineError extends Error {
  /** e.g. `ER_DUP_ENTRY`. */
  readonly code: string;
  readonly errno: number;
  readonly sqlState: string;

  constructor(code: string, errno: number, sqlState: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EngineError';
    this.code = code;
    this.errno = errno;
    this.sqlState = sqlState;
  }
}
