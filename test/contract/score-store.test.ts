import { openMySql } from '../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { openStore } from '../support/forge-sql';
import { findMariaDb, startMariaDb, type MariaDb } from '../support/mariadb';
import { describeAdministrationStore } from './administration-store.contract';
import { describeScoreStore } from './score-store.contract';
import { describeSettingsTables } from './settings-store.contract';

const onSqlite = () => {
  const database = openSqlite();
  return Promise.resolve({ store: openStore(database).store, close: () => database.close() });
};
describeScoreStore('Forge SQL on SQLite', onSqlite);
describeSettingsTables('Forge SQL on SQLite', onSqlite);

describeScoreStore('Forge SQL on SQLite', onSqlite);
describeAdministrationStore('Forge SQL on SQLite', onSqlite);

const mariadbd = findMariaDb();

(mariadbd === null ? describe.skip : describe)('with a MariaDB server', () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb(mariadbd ?? '');
  }, 60_000);
  afterAll(() => server.stop());

  const onMariaDb = async () => {
    const database = await openMySql(server.url);
    return { store: openStore(database).store, close: () => database.close() };
  };
  describeScoreStore('Forge SQL on MariaDB', onMariaDb);
  describeSettingsTables('Forge SQL on MariaDB', onMariaDb);

  describeScoreStore('Forge SQL on MariaDB', onMariaDb);
  describeAdministrationStore('Forge SQL on MariaDB', onMariaDb);
});
