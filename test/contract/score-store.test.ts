import { openMySql } from '../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { openStore } from '../support/forge-sql';
import { findMariaDb, startMariaDb, type MariaDb } from '../support/mariadb';
import { describeAdministrationStore } from './administration-store.contract';
import { describeFeedbackTables } from './feedback-tables.contract';
import { describeForgetting } from './forgetting.contract';
import { describeHandOffTables } from './hand-off-tables.contract';
import { describePolicyTables } from './policy-tables.contract';
import { describeReportStore } from './report-store.contract';
import { describeRunTables } from './run-tables.contract';
import { describeScoreStore } from './score-store.contract';
import { describeSettingsTables } from './settings-store.contract';
import { describeThresholdLab } from './threshold-lab.contract';

const SUITES = [
  describeScoreStore,
  describeReportStore,
  describeSettingsTables,
  describeAdministrationStore,
  describeFeedbackTables,
  describeHandOffTables,
  describeThresholdLab,
  describeRunTables,
  describePolicyTables,
  describeForgetting,
] as const;

const openOnSqlite = () => {
  const database = openSqlite();
  return Promise.resolve({ ...openStore(database), close: () => database.close() });
};
for (const describeSuite of SUITES) describeSuite('Forge SQL on SQLite', openOnSqlite);

const mariadbd = findMariaDb();

(mariadbd === null ? describe.skip : describe)('with a MariaDB server', () => {
  let server: MariaDb;
  beforeAll(async () => {
    server = await startMariaDb(mariadbd ?? '');
  }, 60_000);
  afterAll(() => server.stop());

  const openOnMariaDb = async () => {
    const database = await openMySql(server.url);
    return { ...openStore(database), close: () => database.close() };
  };
  for (const describeSuite of SUITES) describeSuite('Forge SQL on MariaDB', openOnMariaDb);
});
