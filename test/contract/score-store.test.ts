import { openMySql } from '../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { openStore } from '../support/forge-sql';
import { findMariaDb, startMariaDb, type MariaDb } from '../support/mariadb';
import { describeReportStore } from './report-store.contract';
import { describeScoreStore } from './score-store.contract';

const openOnSqlite = () => {
  const database = openSqlite();
  return Promise.resolve({ store: openStore(database).store, close: () => database.close() });
};
describeScoreStore('Forge SQL on SQLite', openOnSqlite);
describeReportStore('Forge SQL on SQLite', openOnSqlite);

const mariadbd = findMariaDb();

(mariadbd === null ? describe.skip : describe)('with a MariaDB server', () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb(mariadbd ?? '');
  }, 60_000);
  afterAll(() => server.stop());

  const openOnMariaDb = async () => {
    const database = await openMySql(server.url);
    return { store: openStore(database).store, close: () => database.close() };
  };
  describeScoreStore('Forge SQL on MariaDB', openOnMariaDb);
  describeReportStore('Forge SQL on MariaDB', openOnMariaDb);
});
