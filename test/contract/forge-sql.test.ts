import type { Database } from '../../sandbox/forge/sql/database';
import { openMySql } from '../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import {
  buildFixtureApp,
  startFixture,
  type FixtureHost,
  type Outcome,
} from '../sandbox/forge/fixture-host';
import { findMariaDb, startMariaDb, type MariaDb } from '../support/mariadb';

type Rows = readonly Readonly<Record<string, unknown>>[];

const app = buildFixtureApp();
afterAll(app.remove);

const CREATE_TICKET = `CREATE TABLE IF NOT EXISTS ticket (
  desk VARCHAR(64) NOT NULL, id VARCHAR(64) NOT NULL, opened BIGINT NOT NULL, reopened INT NOT NULL,
  is_open TINYINT NOT NULL, share DOUBLE NULL, cost DECIMAL(10,2) NULL, document MEDIUMTEXT NULL,
  PRIMARY KEY (desk, id), KEY by_opened (desk, opened)
)`;
const INSERT =
  'INSERT INTO ticket (desk, id, opened, reopened, is_open, share, cost, document) VALUES (?, ?, ?, ?, ?, ?, ?, ?)';

describe('SQLite', () => {
  describeForgeSql(() => Promise.resolve(openSqlite()));
});

const server = findMariaDb();
(server === null ? describe.skip : describe)('MariaDB', () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    if (server !== null) mariaDb = await startMariaDb(server);
  }, 60_000);
  afterAll(() => mariaDb.stop());

  describe('as Forge SQL', () => {
    describeForgeSql(() => openMySql(mariaDb.url));
  });

  it('drops its database at the end', async () => {
    const [first, second] = [await openMySql(mariaDb.url), await openMySql(mariaDb.url)];
    await first.close();
    expect(await databasesOf(mariaDb.url)).toHaveLength(1);
    await second.close();
    expect(await databasesOf(mariaDb.url)).toEqual([]);
  });
});

/** What the app may rely on, whichever engine is behind Forge SQL. */
function describeForgeSql(open: () => Promise<Database>): void {
  let fixture: FixtureHost;
  const sql = (query: string, ...params: readonly unknown[]): Promise<Outcome> =>
    fixture.ask('sql', params.length > 0 ? { query, params } : { query });
  const ddl = (query: string): Promise<Outcome> => fixture.ask('ddl', { query });
  const rows = async (query: string, ...params: readonly unknown[]): Promise<Rows> => {
    const { value, error } = await sql(query, ...params);
    expect(error).toBeUndefined();
    return value as Rows;
  };

  beforeEach(async () => {
    fixture = await startFixture(app.file, { database: await open() });
    expect((await ddl(CREATE_TICKET)).error).toBeUndefined();
  });
  afterEach(() => fixture.host.close());

  it('gives BIGINT and DECIMAL as strings, other numbers as numbers', async () => {
    await sql(
      INSERT,
      'it',
      'IT-1',
      9_007_199_254_740_993n.toString(),
      2,
      1,
      0.25,
      '12.50',
      'ä{"a":1}',
    );

    expect(await rows('SELECT * FROM ticket')).toEqual([
      {
        desk: 'it',
        id: 'IT-1',
        opened: '9007199254740993',
        reopened: 2,
        is_open: 1,
        share: 0.25,
        cost: '12.50',
        document: 'ä{"a":1}',
      },
    ]);
  });

  it('gives counts and sums as strings, and null for what is not there', async () => {
    await sql(INSERT, 'it', 'IT-1', 1_772_000_000_000, 2, 1, null, null, null);
    await sql(INSERT, 'it', 'IT-2', 1_772_000_000_001, 5, 0, 0.5, null, null);

    expect(
      await rows(
        'SELECT COUNT(*) AS tickets, SUM(reopened) AS moves, MAX(opened) AS latest, MIN(cost) AS cheapest, MAX(share) AS share FROM ticket WHERE desk = ?',
        'it',
      ),
    ).toEqual([{ tickets: '2', moves: '7', latest: '1772000000001', cheapest: null, share: 0.5 }]);
  });

  it('tells how many rows a write met', async () => {
    const inserted = await sql(
      `${INSERT}, (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...ticket('IT-1'),
      ...ticket('IT-2'),
    );
    expect(inserted.value).toMatchObject({ affectedRows: 2 });
    const unchanged = await sql("UPDATE ticket SET reopened = 0 WHERE desk = 'it'");
    expect(unchanged.value).toMatchObject({ affectedRows: 2, fieldCount: 0 });
    expect((await sql("DELETE FROM ticket WHERE id = 'IT-1'")).value).toMatchObject({
      affectedRows: 1,
    });
    expect((await sql("DELETE FROM ticket WHERE id = 'IT-1'")).value).toMatchObject({
      affectedRows: 0,
    });
  });

  it('replaces a row with the same key', async () => {
    await sql(INSERT, ...ticket('IT-1'));
    await sql(INSERT.replace('INSERT', 'REPLACE'), 'it', 'IT-1', 5, 9, 0, null, null, 'new');
    expect(await rows('SELECT id, reopened, document FROM ticket')).toEqual([
      { id: 'IT-1', reopened: 9, document: 'new' },
    ]);
  });

  it('refuses a duplicate key, and writes nothing of that statement', async () => {
    await sql(INSERT, ...ticket('IT-1'));
    const { error } = await sql(
      `${INSERT}, (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...ticket('IT-2'),
      ...ticket('IT-1'),
    );

    expect(error).toMatchObject({ name: 'ForgeSQLError', code: 'SQL_EXECUTION_ERROR' });
    expect(error?.message).toContain('Duplicate entry');
    expect(error?.context).toMatchObject({ debug: { errno: 1062, code: 'ER_DUP_ENTRY' } });
    expect(await rows('SELECT id FROM ticket')).toEqual([{ id: 'IT-1' }]);
  });

  it('updates or ignores on a duplicate key where that is asked', async () => {
    await sql(INSERT, ...ticket('IT-1'));
    await sql(
      `${INSERT} ON DUPLICATE KEY UPDATE reopened = VALUES(reopened) + 1`,
      'it',
      'IT-1',
      1,
      6,
      1,
      null,
      null,
      null,
    );
    await sql(INSERT.replace('INSERT', 'INSERT IGNORE'), 'it', 'IT-1', 1, 50, 1, null, null, null);
    expect(await rows('SELECT reopened FROM ticket')).toEqual([{ reopened: 7 }]);
  });

  it('names tables and columns that do not exist', async () => {
    const missing = await sql('SELECT * FROM nowhere');
    expect(missing.error?.code).toBe('SQL_EXECUTION_ERROR');
    expect(missing.error?.message).toContain("doesn't exist");
    const unknown = await sql('SELECT colour FROM ticket');
    expect(unknown.error?.message).toContain("Unknown column 'colour'");
    const nothing = await sql(
      "INSERT INTO ticket (desk, id, opened, reopened, is_open) VALUES ('a', 'b', 1, NULL, 1)",
    );
    expect(nothing.error?.message).toContain("Column 'reopened' cannot be null");
  });

  it('calls bad syntax an invalid query', async () => {
    expect((await sql('SELECT FROM WHERE')).error?.code).toBe('INVALID_SQL_QUERY');
    expect((await sql('FETCH everything')).error?.code).toBe('INVALID_SQL_QUERY');
  });

  it('tells upper from lower case', async () => {
    await sql(INSERT, ...ticket('IT-1'));
    await sql(INSERT, ...ticket('it-1'));
    expect(await rows("SELECT id FROM ticket WHERE id = 'IT-1'")).toHaveLength(1);
    expect(await rows("SELECT id FROM ticket WHERE id LIKE 'IT%'")).toHaveLength(1);
  });

  it('binds every kind of value in its place, and none inside a string', async () => {
    const awkward = `it's "quoted" \\ and ? and \u{1f600}`;
    await sql(INSERT, 'it', awkward, 1, 0, true, 1.5, null, awkward);
    expect(
      await rows(
        "SELECT id, '?' AS mark, is_open FROM ticket WHERE document = ? AND is_open = ?",
        awkward,
        true,
      ),
    ).toEqual([{ id: awkward, mark: '?', is_open: 1 }]);
  });

  it('reads pages with bound limits', async () => {
    for (const id of ['IT-1', 'IT-2', 'IT-3']) await sql(INSERT, ...ticket(id));
    expect(await rows('SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?', 'IT-1', 1)).toEqual(
      [{ id: 'IT-2' }],
    );
  });

  it('reads strings as MySQL writes them', async () => {
    expect(
      await rows(String.raw`SELECT 'it\'s' AS a, "double" AS b, 'two''s' AS c, 'line\n' AS d`),
    ).toEqual([{ a: "it's", b: 'double', c: "two's", d: 'line\n' }]);
    await sql(INSERT, 'it', 'A_1', 1, 0, 1, null, null, null);
    await sql(INSERT, 'it', 'AB1', 1, 0, 1, null, null, null);
    expect(await rows(String.raw`SELECT id FROM ticket WHERE id LIKE 'A\_%'`)).toEqual([
      { id: 'A_1' },
    ]);
  });

  it('has the common functions', async () => {
    expect(
      await rows(
        "SELECT GREATEST(1, 3) = 3 AS a, LEAST(4, 2) = 2 AS b, IF(1 = 1, 'x', 'y') AS c, CHAR_LENGTH('ää') = 2 AS d, COALESCE(NULL, 'z') AS e",
      ),
    ).toMatchObject([{ c: 'x', e: 'z' }]);
  });

  it('refuses an index that exists under its name, and lets two tables use one name', async () => {
    expect((await ddl('CREATE INDEX by_open ON ticket (is_open)')).error).toBeUndefined();
    const again = await ddl('CREATE INDEX by_open ON ticket (is_open)');
    expect(again.error?.message).toContain("Duplicate key name 'by_open'");
    await ddl(
      'CREATE TABLE other (is_open TINYINT NOT NULL, note VARCHAR(20) COLLATE utf8mb4_bin NOT NULL)',
    );
    expect((await ddl('CREATE INDEX by_open ON other (is_open)')).error).toBeUndefined();
    expect((await ddl('CREATE UNIQUE INDEX one_note ON other (note(10))')).error).toBeUndefined();
    await sql("INSERT INTO other VALUES (1, 'a')");
    expect((await sql("INSERT INTO other VALUES (0, 'a')")).error?.message).toContain(
      'Duplicate entry',
    );
    expect((await ddl('DROP INDEX by_open ON other')).error).toBeUndefined();
    expect((await ddl('DROP INDEX by_open ON other')).error?.message).toContain("Can't DROP");
  });

  it('changes tables', async () => {
    await sql(INSERT, ...ticket('IT-1'));
    const altered = await ddl(
      "ALTER TABLE ticket ADD COLUMN version INT NOT NULL DEFAULT 1 COMMENT 'a, b', ADD COLUMN label VARCHAR(20) NOT NULL, ADD INDEX by_version (version)",
    );
    expect(altered.error).toBeUndefined();
    expect(await rows('SELECT version, label FROM ticket')).toEqual([{ version: 1, label: '' }]);
    const twice = await ddl('ALTER TABLE ticket ADD COLUMN version INT NULL');
    expect(twice.error?.message).toContain("Duplicate column name 'version'");
    expect((await ddl('ALTER TABLE ticket DROP COLUMN label')).error).toBeUndefined();
    await ddl('RENAME TABLE ticket TO request');
    expect(await rows('SELECT id FROM request')).toHaveLength(1);
    await ddl('TRUNCATE TABLE request');
    expect(await rows('SELECT id FROM request')).toEqual([]);
    await ddl('DROP TABLE IF EXISTS request, nowhere');
    expect((await sql('SELECT id FROM request')).error?.message).toContain("doesn't exist");
  });

  it('shows tables, columns and indexes', async () => {
    const [table] = await rows('SHOW TABLES');
    expect(Object.values(table ?? {})).toEqual(['ticket']);
    const columns = await rows('SHOW COLUMNS FROM ticket');
    expect(
      columns.map((column) => [column['Field'], column['Null'], column['Key']]).slice(0, 3),
    ).toEqual([
      ['desk', 'NO', 'PRI'],
      ['id', 'NO', 'PRI'],
      ['opened', 'NO', ''],
    ]);
    const indexes = await rows('SHOW INDEX FROM ticket');
    expect(new Set(indexes.map((index) => index['Key_name']))).toEqual(
      new Set(['PRIMARY', 'by_opened']),
    );
  });

  it('runs migrations once, in order', async () => {
    const migrations = [
      ['v001_desk', 'CREATE TABLE IF NOT EXISTS desk (id VARCHAR(64) NOT NULL PRIMARY KEY)'],
      ['v002_desk_name', 'ALTER TABLE desk ADD COLUMN name VARCHAR(64) NULL'],
    ];
    const names = ['v001_desk', 'v002_desk_name'];
    expect(await fixture.ask('migrate', { migrations })).toEqual({
      value: { done: names, listed: names },
    });
    expect(await fixture.ask('migrate', { migrations })).toEqual({
      value: { done: [], listed: names },
    });
  });

  it('tells how large the data is', async () => {
    expect(await fixture.host.database.sizeBytes()).toBeGreaterThan(0);
  });
}

const ticket = (id: string): readonly unknown[] => [
  'it',
  id,
  1_772_000_000_000,
  0,
  1,
  null,
  null,
  null,
];

async function databasesOf(url: string): Promise<Rows> {
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection(url);
  const [found] = await connection.query("SHOW DATABASES LIKE 'firstline%'");
  await connection.end();
  return found as Rows;
}
