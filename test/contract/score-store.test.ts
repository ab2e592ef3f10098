import { openMySql } from '../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { openStore } from '../support/forge-sql';
import { startMariaDb, type MariaDb } from '../support/mariadb';
import { describeScoreStore } from './score-store.contract';

describeScoreStore('Forge SQL on SQLite', async () => {
  const database = openSqlite();
  return { store: openStore(database).store, close: () => database.close() };
});

describe('on MariaDB', () => {
  let server: MariaDb | null = null;
  beforeAll(async () => {
    server = await startMariaDb();
  }, 60_000);
  afterAll(() => server?.stop());

  describeScoreStore('Forge SQL on MariaDB', async () => {
    if (server === null) throw new Error('No MariaDB server');
    const database = await openMySql(server.url);
    return { store: openStore(database).store, close: () => database.close() };
  });
});
