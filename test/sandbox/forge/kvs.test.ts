import {
  buildFixtureApp,
  START_MS,
  startFixture,
  type FixtureHost,
  type Outcome,
} from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

describe('the key-value store', () => {
  let fixture: FixtureHost;
  const kvs = (method: string, ...args: readonly unknown[]): Promise<Outcome> =>
    fixture.ask('kvs', { method, args });
  const run = (method: string, ...args: readonly unknown[]): Promise<Outcome> =>
    fixture.ask('entity', { name: 'run', method, args });

  beforeEach(async () => {
    fixture = await startFixture(app.file);
  });
  afterEach(() => fixture.host.close());

  it('sets, gets and deletes a value', async () => {
    await kvs('set', 'desk:1', { name: 'IT', days: [1, 2] });
    expect(await kvs('get', 'desk:1')).toEqual({ value: { name: 'IT', days: [1, 2] } });
    await kvs('delete', 'desk:1');
    expect(await kvs('get', 'desk:1')).toEqual({});
    expect(await kvs('delete', 'desk:1')).toEqual({});
  });

  it('keeps secrets apart from plain values', async () => {
    await kvs('setSecret', 'token', 'hush');
    expect(await kvs('getSecret', 'token')).toEqual({ value: 'hush' });
    expect(await kvs('get', 'token')).toEqual({});
    expect(await fixture.ask('kvsQuery', { prefix: 't' })).toEqual({ value: { results: [] } });
    await kvs('deleteSecret', 'token');
    expect(await kvs('getSecret', 'token')).toEqual({});
  });

  it('tells when a value was made, changed and will expire', async () => {
    await kvs('set', 'a', 1);
    fixture.clock.advance(5_000);
    await kvs('set', 'a', 2, { ttl: { value: 1, unit: 'MINUTES' } });
    const metadataFields = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];
    expect(await kvs('get', 'a', { metadataFields })).toEqual({
      value: {
        key: 'a',
        value: 2,
        createdAt: START_MS,
        updatedAt: START_MS + 5_000,
        expireTime: '2026-03-02T09:01:05.000Z',
      },
    });
    fixture.clock.advance(59_999);
    expect(await kvs('get', 'a')).toEqual({ value: 2 });
    fixture.clock.advance(1);
    expect(await kvs('get', 'a')).toEqual({});
  });

  it('gives the value before or after a set, and can insist on a new key', async () => {
    await kvs('set', 'a', 1);
    const options = { keyPolicy: 'OVERRIDE', returnMetadataFields: ['CREATED_AT'] };
    expect(await kvs('set', 'a', 2, { ...options, returnValue: 'PREVIOUS' })).toEqual({
      value: { key: 'a', value: 1, createdAt: START_MS },
    });
    expect(await kvs('set', 'a', 3, { ...options, returnValue: 'LATEST' })).toEqual({
      value: { key: 'a', value: 3, createdAt: START_MS },
    });
    const refused = await kvs('set', 'a', 4, { keyPolicy: 'FAIL_IF_EXISTS' });
    expect(refused.error).toMatchObject({ code: 'KEY_ALREADY_EXISTS' });
    expect((await kvs('set', 'b', 4, { keyPolicy: 'FAIL_IF_EXISTS' })).error).toBeUndefined();
    expect(await kvs('get', 'a')).toEqual({ value: 3 });
  });

  it('pages through keys with a prefix, in order, ten at a time unless told', async () => {
    for (let i = 0; i < 12; i += 1) await kvs('set', `run:${String(i).padStart(2, '0')}`, i);
    await kvs('set', 'other', 99);
    interface Page {
      readonly results: readonly { readonly key: string }[];
      readonly nextCursor?: string;
    }
    const first = await fixture.ask<Page>('kvsQuery', { prefix: 'run:' });
    expect(first.value?.results.map(({ key }) => key).slice(0, 2)).toEqual(['run:00', 'run:01']);
    expect(first.value?.results).toHaveLength(10);
    const rest = await fixture.ask<Page>('kvsQuery', {
      prefix: 'run:',
      cursor: first.value?.nextCursor,
    });
    expect(rest.value?.results.map(({ key }) => key)).toEqual(['run:10', 'run:11']);
    expect(rest.value?.nextCursor).toBeUndefined();
    const tooMany = await fixture.ask('kvsQuery', { prefix: 'run:', limit: 101 });
    expect(tooMany.error?.code).toBe('VALIDATION_ERROR');
  });

  it.each([
    ['an empty key', 'KEY_TOO_SHORT', ['', 1]],
    ['a key of 501 characters', 'KEY_TOO_LONG', ['k'.repeat(501), 1]],
    ['a key with a slash', 'INVALID_KEY', ['a/b', 1]],
    ['a value over 240 KiB', 'MAX_SIZE', ['a', 'x'.repeat(240 * 1_024)]],
    ['a value nested 32 deep', 'MAX_DEPTH', ['a', nested(32)]],
    ['no value', 'VALIDATION_ERROR', ['a', null]],
    ['a life of two years', 'VALIDATION_ERROR', ['a', 1, { ttl: { value: 730, unit: 'DAYS' } }]],
  ])('refuses %s with %s', async (_case, code, args) => {
    expect((await kvs('set', ...args)).error).toMatchObject({ name: 'ForgeKvsError', code });
  });

  it('takes a key of 500 characters and a value nested 31 deep', async () => {
    expect((await kvs('set', 'k'.repeat(500), nested(31))).error).toBeUndefined();
  });

  it('queries an entity by a declared index', async () => {
    for (const [key, agent, at] of [
      ['r1', 'a', 1],
      ['r2', 'a', 2],
      ['r3', 'b', 3],
      ['r4', 'a', 4],
    ]) {
      await run('set', key, { agent, at });
    }
    const first = await fixture.ask<{ readonly nextCursor: string }>('entityQuery', {
      agent: 'a',
      from: 1,
      limit: 2,
    });
    expect(first.value).toMatchObject({ results: [{ key: 'r4' }, { key: 'r2' }] });
    const rest = await fixture.ask('entityQuery', {
      agent: 'a',
      from: 1,
      limit: 2,
      cursor: first.value?.nextCursor,
    });
    expect(rest).toEqual({ value: { results: [{ key: 'r1', value: { agent: 'a', at: 1 } }] } });
    expect((await fixture.ask('missingIndex')).error?.code).toBe('INVALID_INDEX');
  });

  it('holds entities to their declaration', async () => {
    expect((await run('set', 'r1', { agent: 'a', at: 1.5 })).error?.message).toContain("'at'");
    const unknown = await fixture.ask('entity', { name: 'nobody', method: 'get', args: ['a'] });
    expect(unknown.error?.code).toBe('INVALID_ENTITY');
    expect(await run('get', 'r1')).toEqual({});
  });

  it('does all of a transaction, or nothing when a condition fails', async () => {
    await run('set', 'r1', { agent: 'a', at: 1 });
    const refused = await fixture.ask('transact', { key: 'r1', expected: 7, next: 8 });
    expect(refused.error?.code).toBe('TRANSACTION_CONDITION_FAILED');
    expect(await kvs('get', 'moved')).toEqual({});
    expect(await fixture.ask('transact', { key: 'r1', expected: 1, next: 2 })).toEqual({});
    expect(await run('get', 'r1')).toEqual({ value: { agent: 'a', at: 2 } });
    expect(await kvs('get', 'moved')).toEqual({ value: 'r1' });
  });

  it('does what it can of a batch', async () => {
    const set = await kvs('batchSet', [
      { key: 'a', value: 1 },
      { key: 'bad/key', value: 2 },
      { key: 'r9', value: { agent: 'a', at: 9 }, entityName: 'run' },
    ]);
    expect(set.value).toMatchObject({
      successfulKeys: [{ key: 'a' }, { key: 'r9', entityName: 'run' }],
      failedKeys: [{ key: 'bad/key', error: { code: 'INVALID_KEY' } }],
    });
    expect((await kvs('batchGet', [{ key: 'a' }, { key: 'none' }])).value).toMatchObject({
      successfulKeys: [{ key: 'a', value: 1 }],
      failedKeys: [{ key: 'none', error: { code: 'KEY_NOT_FOUND' } }],
    });
    await kvs('batchDelete', [{ key: 'a' }, { key: 'r9', entityName: 'run' }]);
    expect(await kvs('get', 'a')).toEqual({});
    const items = Array.from({ length: 26 }, (_, i) => ({ key: `k${i}` }));
    expect((await kvs('batchGet', items)).error?.code).toBe('VALIDATION_ERROR');
  });

  it('meters reads and writes in units of 10 KB, a batch as a whole', async () => {
    await kvs('set', 'a', 'x'.repeat(10 * 1_024 + 1));
    expect(fixture.host.meter.lastInvocation()).toMatchObject({
      kvsWrites: 1,
      kvsWriteUnits: 2,
      kvsBytesWritten: 10_243,
    });
    await kvs('get', 'a');
    expect(fixture.host.meter.lastInvocation()).toMatchObject({
      kvsReads: 1,
      kvsReadUnits: 2,
      kvsBytesRead: 10_243,
    });
    await kvs(
      'batchSet',
      Array.from({ length: 10 }, (_, i) => ({ key: `k${i}`, value: 'x'.repeat(900) })),
    );
    expect(fixture.host.meter.lastInvocation()).toMatchObject({ kvsWrites: 1, kvsWriteUnits: 1 });
  });

  it('slows an app that writes more than 4,000 units a minute', async () => {
    const value = 'x'.repeat(200 * 1_024);
    let written = 0;
    while ((await kvs('set', 'a', value)).error === undefined) written += 1;
    // 21 units each: 200 KiB and two quotes.
    expect(written).toBe(190);
    expect((await kvs('set', 'a', value)).error?.code).toBe('RATE_LIMIT_EXCEEDED');
    fixture.clock.advance(60_000);
    expect((await kvs('set', 'a', value)).error).toBeUndefined();
  });
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = { value };
  return value;
}
