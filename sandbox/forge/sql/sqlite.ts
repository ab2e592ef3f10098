import Libsql from 'libsql';

import type { Database, SqlParam, SqlResult, SqlRow } from './database';
import { toEngineError } from './sqlite-errors';
import { toSqliteQuery } from './sqlite-queries';
import { toSqliteSchema } from './sqlite-schema';
import { toSqliteShow } from './sqlite-show';
import { toMySqlValue, type SqliteColumn } from './sqlite-values';
import type { SqlStatement } from './statement';

const CACHED_STATEMENTS = 300;

interface Prepared {
  readonly statement: Libsql.Statement;
  readonly columns: readonly SqliteColumn[];
}

/** @param file - where the data stays; in memory without */
export function openSqlite({ file }: { readonly file?: string } = {}): Database {
  return new SqliteDatabase(new Libsql(file ?? ':memory:'));
}

class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #connection: Libsql.Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(connection: Libsql.Database) {
    this.#connection = connection;
    connection.exec('PRAGMA journal_mode = WAL');
    // A crash of the machine may cost the last writes: this is a sandbox.
    connection.exec('PRAGMA synchronous = OFF');
    // TiDB's default collation tells upper from lower case.
    connection.exec('PRAGMA case_sensitive_like = ON');
  }

  execute(statement: SqlStatement, params: readonly SqlParam[]): Promise<SqlResult> {
    return Promise.resolve().then(() => {
      try {
        return statement.kind === 'ddl' ? this.#define(statement) : this.#run(statement, params);
      } catch (error) {
        throw toEngineError(error);
      }
    });
  }

  sizeBytes(): Promise<number> {
    const pragma = (name: string): number => {
      const row = this.#connection.prepare(`PRAGMA ${name}`).get() as SqlRow | undefined;
      return Number(row?.[name] ?? 0);
    };
    return Promise.resolve(pragma('page_count') * pragma('page_size'));
  }

  close(): Promise<void> {
    this.#prepared.clear();
    this.#connection.close();
    return Promise.resolve();
  }

  /** All of it or nothing, although MySQL's one statement can be several here. */
  #define(statement: SqlStatement): SqlResult {
    this.#prepared.clear();
    const statements = toSqliteSchema(statement.tokens);
    this.#connection.exec('BEGIN');
    try {
      for (const each of statements) this.#connection.exec(each);
      this.#connection.exec('COMMIT');
    } catch (error) {
      this.#connection.exec('ROLLBACK');
      throw error;
    }
    return { affectedRows: 0, insertId: 0 };
  }

  #run(statement: SqlStatement, params: readonly SqlParam[]): SqlResult {
    const { statement: prepared, columns } = this.#prepare(statement);
    const values = params.map(toSqliteParam);
    if (!prepared.reader) {
      const { changes, lastInsertRowid } = prepared.run(...values);
      return { affectedRows: changes, insertId: Number(lastInsertRowid) };
    }
    const rows = prepared.all(...values) as readonly (readonly unknown[])[];
    return {
      rows: rows.map((row) =>
        Object.fromEntries(
          columns.map((column, i) => [column.name, toMySqlValue(row[i], column)] as const),
        ),
      ),
    };
  }

  #prepare(statement: SqlStatement): Prepared {
    const known = this.#prepared.get(statement.text);
    if (known !== undefined) return known;
    const sql = toSqliteShow(statement.tokens) ?? toSqliteQuery(statement.tokens);
    const prepared = this.#connection.prepare(sql).safeIntegers(true);
    if (prepared.reader) prepared.raw(true);
    const entry = { statement: prepared, columns: prepared.reader ? prepared.columns() : [] };
    if (this.#prepared.size >= CACHED_STATEMENTS) this.#prepared.clear();
    this.#prepared.set(statement.text, entry);
    return entry;
  }
}

/** Integers bind as integers; libsql would bind any number as a float. */
function toSqliteParam(value: SqlParam): string | number | bigint | null {
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
