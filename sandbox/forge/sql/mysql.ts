import { createConnection, escape, type Connection } from 'mysql2/promise';

import { randomUUID } from 'node:crypto';

import { EngineError, type Database, type SqlParam, type SqlResult, type SqlRow } from './database';
import type { SqlStatement } from './statement';

/** TiDB's default mode. */
const SQL_MODE =
  'ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/**
 * Any server with MySQL's protocol. Each call creates a database of its own, which `close` drops.
 *
 * @param url - `mysql://user:password@host:port`; a database in it is not used
 */
export async function openMySql(url: string): Promise<Database> {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const socketPath = searchParams.get('socket');
  const connection = await createConnection({
    ...(socketPath === null ? { host: hostname, port: Number(port || '3306') } : { socketPath }),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    charset: 'utf8mb4_bin',
  });
  const name = `firstline_${randomUUID().replaceAll('-', '')}`;
  // TiDB's default collation tells upper from lower case.
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  await connection.query(`USE ${name}`);
  await connection.query(`SET SESSION sql_mode = '${SQL_MODE}'`);
  return new MySqlDatabase(connection, name);
}

class MySqlDatabase implements Database {
  readonly engine = 'mysql';
  readonly #connection: Connection;
  readonly #name: string;

  constructor(connection: Connection, name: string) {
    this.#connection = connection;
    this.#name = name;
  }

  async execute(statement: SqlStatement, params: readonly SqlParam[]): Promise<SqlResult> {
    try {
      const [result] = await this.#connection.query(bind(statement, params));
      if (Array.isArray(result)) return { rows: result as readonly SqlRow[] };
      return { affectedRows: result.affectedRows, insertId: result.insertId };
    } catch (error) {
      throw toEngineError(error);
    }
  }

  async sizeBytes(): Promise<number> {
    const [rows] = await this.#connection.query(
      `SELECT CAST(SUM(data_length + index_length) AS CHAR) AS bytes
       FROM information_schema.tables WHERE table_schema = ${escape(this.#name)}`,
    );
    return Number((rows as readonly SqlRow[])[0]?.['bytes'] ?? 0);
  }

  async close(): Promise<void> {
    await this.#connection.query(`DROP DATABASE ${this.#name}`);
    await this.#connection.end();
  }
}

/** Puts values only where a parameter stands, never into a string that contains a question mark. */
function bind({ text, tokens }: SqlStatement, params: readonly SqlParam[]): string {
  if (params.length === 0) return text;
  let position = 0;
  return tokens
    .map((token) => {
      if (token.word !== '?') return token.text;
      position += 1;
      return escape(params[position - 1]);
    })
    .join('');
}

function toEngineError(error: unknown): unknown {
  if (!(error instanceof Error) || !('errno' in error)) return error;
  const { code, errno, sqlState, message } = error as Error & {
    readonly code?: string;
    readonly errno?: number;
    readonly sqlState?: string;
  };
  return new EngineError(code ?? 'ER_UNKNOWN_ERROR', errno ?? 0, sqlState ?? '', message, error);
}
