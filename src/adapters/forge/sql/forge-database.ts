import { errorCodes, ForgeSQLAPIError, sql } from '@forge/sql';

import { countUsage } from '../usage-counter';

/** A value as SQL takes it; booleans are 0 and 1. */
export type SqlValue = string | number | null;
/** A row as it comes back: BIGINT and DECIMAL are strings, so every row is parsed. */
export type SqlRow = Readonly<Record<string, unknown>>;

export interface WriteResult {
  readonly affectedRows: number;
}

/** One statement per call; there are no transactions on the platform. */
export interface SqlDatabase {
  select(query: string, params?: readonly SqlValue[]): Promise<readonly SqlRow[]>;
  /** @throws DuplicateKeyError when an INSERT hits an existing key */
  write(query: string, params?: readonly SqlValue[]): Promise<WriteResult>;
}

export class DuplicateKeyError extends Error {}

const RETRIES_WHEN_LIMITED = 40;
const PAUSE_MS = 250;

/**
 * Forge SQL. A statement over the rate limit waits and is sent again: the limit is per second, and
 * every statement of ours may be repeated.
 *
 * @param pause - waits that many milliseconds
 */
export function createForgeDatabase(pause: (ms: number) => Promise<void>): SqlDatabase {
  const execute = async (query: string, params: readonly SqlValue[]): Promise<unknown> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const statement = sql.prepare<unknown>(query);
        const bound = params.length > 0 ? statement.bindParams(...params) : statement;
        const { rows } = await bound.execute();
        countUsage.sqlStatements();
        return rows;
      } catch (error) {
        // What the limit kept out was not run.
        if (!isRateLimit(error)) countUsage.sqlStatements();
        if (isDuplicateKey(error)) throw new DuplicateKeyError('Duplicate key', { cause: error });
        if (!isRateLimit(error) || attempt >= RETRIES_WHEN_LIMITED) throw error;
        await pause(PAUSE_MS);
      }
    }
  };
  return {
    async select(query, params = []) {
      const rows = await execute(query, params);
      if (!Array.isArray(rows)) throw new Error('A SELECT gave no rows array');
      return rows as readonly SqlRow[];
    },
    async write(query, params = []) {
      const result = await execute(query, params);
      const affectedRows = (result as { readonly affectedRows?: unknown }).affectedRows;
      if (typeof affectedRows !== 'number') throw new Error('A write told no affectedRows');
      return { affectedRows };
    },
  };
}

const isDuplicateKey = (error: unknown): boolean =>
  error instanceof ForgeSQLAPIError &&
  error.code === errorCodes.SQL_EXECUTION_ERROR &&
  /duplicate entry/i.test(textOf(error));

const isRateLimit = (error: unknown): boolean =>
  error instanceof ForgeSQLAPIError && /RATE_LIMIT|TOO_MANY_REQUESTS/.test(error.code);

/** Where the engine's own message stands differs: in `message`, or in `debug`. */
const textOf = (error: ForgeSQLAPIError): string =>
  `${error.message} ${JSON.stringify(error.context ?? {})}`;
