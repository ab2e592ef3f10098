import type { Database } from '../../sandbox/forge/sql/database';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';

/** A database whose `failAt`-th statement from now on never comes back: the container died there. */
export class CrashingDatabase implements Database {
  readonly engine = 'sqlite';
  readonly #inner = openSqlite();
  #left = Number.POSITIVE_INFINITY;
  hasCrashed = false;

  crashAt(statement: number): void {
    this.#left = statement;
  }
  execute: Database['execute'] = async (statement, params) => {
    this.#left -= 1;
    if (this.#left === 0) {
      this.hasCrashed = true;
      throw new Error('The container died');
    }
    return this.#inner.execute(statement, params);
  };
  sizeBytes = () => this.#inner.sizeBytes();
  close = () => this.#inner.close();
}
