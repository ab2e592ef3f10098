import { buildFixtureApp, startFixture, type FixtureHost } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

describe('Forge SQL holds the app to the platform', () => {
  let fixture: FixtureHost;
  let elapsedMs = 0;
  const codeOf = async (key: 'sql' | 'ddl', query: string): Promise<string | undefined> =>
    (await fixture.ask(key, { query })).error?.code;

  beforeEach(async () => {
    elapsedMs = 0;
    fixture = await startFixture(app.file, { elapsedMs: () => elapsedMs });
    await fixture.ask('ddl', {
      query: 'CREATE TABLE t (id INT NOT NULL PRIMARY KEY, note TEXT NULL)',
    });
  });
  afterEach(() => fixture.host.close());

  it.each([
    'SELECT 1; SELECT 2',
    'SET sql_mode = 1',
    'USE mysql',
    'BEGIN',
    'COMMIT',
    "PREPARE s FROM 'SELECT 1'",
    'LOCK TABLES t READ',
    'SHOW DATABASES',
    'SHOW VARIABLES',
    'SELECT * FROM other.t',
    'SELECT * FROM information_schema.tables',
    'INSERT INTO other.t VALUES (1)',
    'SELECT /*+ MAX_EXECUTION_TIME(1) */ id FROM t',
    'SELECT id /*! FROM mysql.user */ FROM t',
    'SELECT SLEEP(9)',
    'CREATE TABLE u (id INT)',
    'DROP TABLE t',
  ])('refuses %s on the endpoint for data', async (query) => {
    expect(await codeOf('sql', query)).toBe('SQL_POLICY_VIOLATION');
  });

  it.each([
    'INSERT INTO t VALUES (1, NULL)',
    'CREATE TABLE u (id INT, FOREIGN KEY (id) REFERENCES t (id))',
    'CREATE TABLE u (id INT REFERENCES t (id))',
    'CREATE DATABASE other',
    "CREATE USER 'a'",
    'DROP DATABASE other',
    'CREATE TABLE u (id INT); DROP TABLE t',
  ])('refuses %s on the endpoint for the schema', async (query) => {
    expect(await codeOf('ddl', query)).toBe('SQL_POLICY_VIOLATION');
  });

  it('sees no policy in strings, comments and a last semicolon', async () => {
    const query = "SELECT ';SET x' AS a, 'REFERENCES' AS b -- USE mysql; here\n;";
    expect(await fixture.ask('sql', { query })).toEqual({
      value: [{ a: ';SET x', b: 'REFERENCES' }],
    });
    expect(await fixture.ask('ddl', { query: 'SELECT id FROM t' })).toEqual({ value: [] });
  });

  it('refuses a query whose parameters are not all bound', async () => {
    const { error } = await fixture.ask('sql', { query: 'SELECT ? AS a, ? AS b', params: [1] });
    expect(error?.message).toBe('The query has 2 parameters, 1 were bound');
  });

  it('takes 150 statements a second, and more when the second is over', async () => {
    const burst = { query: 'SELECT id FROM t', times: 160 };
    expect(await fixture.call('sqlBurst', burst)).toEqual({ OK: 150, RATE_LIMIT_EXCEEDED: 10 });
    fixture.clock.advance(1_000);
    expect(await fixture.call('sqlBurst', { ...burst, times: 20 })).toEqual({ OK: 20 });
  });

  it('takes statements again when the app really waits, although the clock stands still', async () => {
    const burst = { query: 'SELECT id FROM t', times: 151 };
    expect(await fixture.call('sqlBurst', burst)).toEqual({ OK: 150, RATE_LIMIT_EXCEEDED: 1 });
    elapsedMs += 1_000;
    expect(await fixture.call('sqlBurst', burst)).toEqual({ OK: 150, RATE_LIMIT_EXCEEDED: 1 });
  });

  it('takes a migration of twelve steps, but not thirty schema changes a minute', async () => {
    const migrations = Array.from({ length: 12 }, (_, i) => [
      `v${i}`,
      `CREATE TABLE m${i} (id INT)`,
    ]);
    expect(await fixture.ask('migrate', { migrations })).toMatchObject({
      value: { done: { length: 12 } },
    });
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, i) => codeOf('ddl', `CREATE TABLE n${i} (id INT)`)),
    );
    // 25 a minute, of which the table, the migration's own table and its steps took 14.
    expect(codes.filter((code) => code === undefined)).toHaveLength(11);
    expect(codes.at(-1)).toBe('RATE_LIMIT_EXCEEDED');
    fixture.clock.advance(60_000);
    expect(await codeOf('ddl', 'CREATE TABLE late (id INT)')).toBeUndefined();
  });

  it('refuses requests over 1 MiB and results over 4 MiB', async () => {
    const note = 'x'.repeat(400_000);
    // Grown inside the database: a call to the resolver may itself have no more than 500 KB.
    await fixture.ask('sql', { query: 'INSERT INTO t VALUES (0, ?)', params: [note] });
    for (let id = 1; id <= 11; id += 1) {
      await fixture.ask('sql', { query: `INSERT INTO t SELECT ${id}, note FROM t WHERE id = 0` });
    }
    const all = await fixture.ask('sql', { query: 'SELECT note FROM t' });
    expect(all.error?.message).toContain('larger than 4 MiB');
    const some = await fixture.ask<readonly unknown[]>('sql', {
      query: 'SELECT note FROM t LIMIT 2',
    });
    expect(some.value).toHaveLength(2);
    const big = await fixture.ask('sqlRepeat', { bytes: 1_100_000 });
    expect(big.error?.message).toContain('larger than 1 MiB');
  });
});
