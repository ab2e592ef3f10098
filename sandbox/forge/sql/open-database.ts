import type { Database } from './database';
import { openMySql } from './mysql';
import { openSqlite } from './sqlite';

/** @param url - `mysql://user:password@host:port`; SQLite in memory without */
export const openDatabase = (url: string | undefined): Promise<Database> =>
  url === undefined || url === '' ? Promise.resolve(openSqlite()) : openMySql(url);
