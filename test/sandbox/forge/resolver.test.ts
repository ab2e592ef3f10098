import { openSqlite } from '../../../sandbox/forge/sql/sqlite';

import { buildFixtureApp, START_MS, startFixture, type FixtureHost } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

describe('a resolver', () => {
  let fixture: FixtureHost;
  beforeEach(async () => {
    fixture = await startFixture(app.file);
  });
  afterEach(() => fixture.host.close());

  it('lives in the time of the sandbox', async () => {
    fixture.clock.advance(1_234);
    expect(await fixture.call('time')).toEqual({
      now: START_MS + 1_234,
      fresh: START_MS + 1_234,
      called: expect.stringContaining('Mon Mar 02 2026 14:30:01') as string,
      parsed: Date.UTC(2020, 0, 2, 3, 4, 5),
      isDate: true,
    });
  });

  it('is told who calls from where', async () => {
    const seen = await fixture.host.invokeResolver({
      functionKey: 'resolver',
      key: 'context',
      accountId: 'account-7',
      moduleKey: 'panel',
      moduleType: 'jira:issuePanel',
      extension: { issue: { key: 'IT-1' } },
    });
    expect(seen).toMatchObject({
      context: {
        accountId: 'account-7',
        moduleKey: 'panel',
        extension: { type: 'jira:issuePanel', issue: { key: 'IT-1' } },
        installContext: 'ari:cloud:jira::site/sandbox-cloud-id',
      },
      app: {
        appAri: 'ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555',
        moduleKey: 'panel',
        permissions: { scopes: ['read:jira-work', 'storage:app'] },
      },
    });
  });

  it('asks Jira as the app, as the person who calls, and as another person', async () => {
    const path = '/rest/api/3/issue/IT-1?fields=status';
    const body = { fields: { labels: ['a'] } };
    expect(await fixture.ask('jira', { as: 'app', path, method: 'PUT', body })).toMatchObject({
      value: {
        status: 200,
        body: {
          method: 'PUT',
          path,
          body: JSON.stringify(body),
          caller: { provider: 'app', accountId: null },
        },
      },
    });
    await fixture.ask('jira', { as: 'user', path });
    await fixture.ask('jira', { as: 'user', accountId: 'account-9', path });
    expect(fixture.product.requests.slice(1).map(({ caller }) => caller)).toEqual([
      { provider: 'user', accountId: 'account-1' },
      { provider: 'user', accountId: 'account-9' },
    ]);
  });

  it('cannot act as a person where there is none', async () => {
    const anonymous = await fixture.host.invokeResolver({
      functionKey: 'resolver',
      key: 'jira',
      payload: { as: 'user', path: '/rest/api/3/myself' },
      accountId: null,
      moduleKey: 'portal',
      moduleType: 'jiraServiceManagement:portalHeader',
    });
    expect(anonymous).toMatchObject({
      error: { name: 'NEEDS_AUTHENTICATION_ERR', message: 'Authentication Required' },
    });
    expect(fixture.product.requests).toEqual([]);
  });

  it('reaches no host that the manifest does not allow', async () => {
    const refused = await fixture.ask('fetch', { url: 'https://elsewhere.example.com/x' });
    expect(refused.error).toMatchObject({
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      status: 403,
      message: expect.stringContaining('https://elsewhere.example.com/x') as string,
    });
  });

  it('reaches a host that the manifest allows', async () => {
    const outbound = await startFixture(app.file, {
      outbound: (url) => Promise.resolve(new Response(`answer of ${url}`)),
    });
    expect(await outbound.ask('fetch', { url: 'https://allowed.example.com/x' })).toEqual({
      value: 'answer of https://allowed.example.com/x',
    });
    await outbound.host.close();
  });

  it('sees the variables of Forge, and none of this machine', async () => {
    const other = await startFixture(app.file, { variables: { MODE: 'test' } });
    expect(await other.call('environment')).toEqual({ NODE_ENV: 'production', MODE: 'test' });
    await other.host.close();
  });

  it('is a failed invocation when it throws, and harms no other', async () => {
    await expect(fixture.call('fail')).rejects.toMatchObject({
      code: 'FUNCTION_ERROR',
      message: 'as told',
    });
    expect(fixture.log.at(-1)).toMatchObject({
      level: 'error',
      source: 'platform',
      functionKey: 'resolver',
      text: expect.stringContaining('TypeError: as told') as string,
    });
    expect(await fixture.call('time')).toMatchObject({ isDate: true });
    expect(fixture.host.meter.snapshot().functions['resolver']).toMatchObject({
      invocations: 2,
      failures: 1,
    });
  });

  it('has beside it functions that Jira calls for a person, and are told who and where', async () => {
    const extension = { type: 'jira:issueContext', issue: { id: '10000', key: 'IT-1' } };
    const seen = await fixture.host.invokeForPerson({
      functionKey: 'status',
      payload: { extension },
      accountId: 'account-7',
      moduleKey: 'panel',
      moduleType: 'jira:issueContext',
    });
    expect(seen).toMatchObject({
      payload: { cloudId: 'sandbox-cloud-id', extension },
      context: { principal: { accountId: 'account-7' } },
      caller: { provider: 'user', accountId: 'account-7' },
    });
    expect(fixture.host.meter.snapshot().functions['status']).toMatchObject({ invocations: 1 });
  });

  it('names a definition that is missing', async () => {
    await expect(fixture.call('nothing')).rejects.toThrow(
      "Resolver has no definition for 'nothing'.",
    );
  });

  it('is cut off when it takes too long, and gets no answer afterwards', async () => {
    const hasty = fixture.host.invokeResolver({
      functionKey: 'hasty',
      key: 'oversleep',
      payload: { ms: 1_150 },
      accountId: 'account-1',
      moduleKey: 'panel',
      moduleType: 'jira:issuePanel',
    });
    await expect(hasty).rejects.toMatchObject({
      code: 'FUNCTION_TIME_OUT',
      message: "Function 'hasty' timed out after 1.00 seconds",
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(fixture.host.kvs.get('plain', 'overslept')).toBeNull();
    expect(fixture.host.meter.lastInvocation()).toMatchObject({
      functionKey: 'hasty',
      failures: 1,
    });
  });

  it('takes 500 KB and gives 5 MB, no more', async () => {
    const payload = { method: 'get', args: ['a'], ballast: 'x'.repeat(500 * 1_024) };
    await expect(fixture.call('kvs', payload)).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
    await expect(fixture.call('grow', { bytes: 5 * 1_024 * 1_024 })).rejects.toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
    });
    const large = await fixture.call<{ readonly text: string }>('grow', { bytes: 5_000_000 });
    expect(large.text).toHaveLength(5_000_000);
  });

  it('logs 100 lines a minute of its run', async () => {
    await fixture.call('log', { lines: 130, text: 'of many' });
    const lines = fixture.log.filter(({ text }) => text.startsWith('line '));
    expect(lines).toHaveLength(100);
    expect(lines[0]).toEqual({
      atMs: START_MS,
      level: 'warn',
      source: 'app',
      functionKey: 'resolver',
      text: 'line 0 of many',
    });
    expect(fixture.log.filter(({ text }) => text.startsWith('Log limit reached'))).toHaveLength(1);
    expect(fixture.host.meter.lastInvocation()).toMatchObject({ logLines: 100 });
  });

  it('takes 1,200 calls of one person in a minute', async () => {
    for (let i = 0; i < 1_200; i += 1) await fixture.call('recall');
    await expect(fixture.call('recall')).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    fixture.clock.advance(60_000);
    expect(await fixture.call('recall')).toBeNull();
  });
});

describe('two hosts in one process', () => {
  it('share nothing: globals, time, data, logs', async () => {
    const [one, two] = [await startFixture(app.file), await startFixture(app.file)];
    one.clock.advance(1_000);
    await one.call('remember', { value: 'mine' });
    await one.ask('kvs', { method: 'set', args: ['a', 1] });
    const [first, second] = await Promise.all([one.call('time'), two.call('time')]);

    expect(first).toMatchObject({ now: START_MS + 1_000 });
    expect(second).toMatchObject({ now: START_MS });
    expect(await one.call('recall')).toBe('mine');
    expect(await two.call('recall')).toBeNull();
    expect(await two.ask('kvs', { method: 'get', args: ['a'] })).toEqual({});
    expect(Reflect.has(globalThis, '__forge_fetch__')).toBe(false);
    await one.host.close();
    await two.host.close();
  });
});

describe('loading an app', () => {
  it('refuses a bundle that lacks a handler of the manifest', async () => {
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/forge-app-');
    writeFileSync(`${folder}/index.js`, 'exports.resolver = () => null;');
    await expect(startFixture(`${folder}/index.js`)).rejects.toThrow("does not export 'onIssue'");
    writeFileSync(`${folder}/index.js`, "require('zod');");
    await expect(startFixture(`${folder}/index.js`)).rejects.toThrow("requires 'zod'");
    rmSync(folder, { recursive: true });
  });

  it('keeps data in a file across hosts', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs');
    const folder = mkdtempSync('/tmp/forge-data-');
    const open = () =>
      startFixture(app.file, { database: openSqlite({ file: `${folder}/facts.db` }) });
    const first = await open();
    await first.ask('ddl', { query: 'CREATE TABLE t (id INT NOT NULL PRIMARY KEY)' });
    await first.ask('sql', { query: 'INSERT INTO t VALUES (7)' });
    await first.host.close();
    const second = await open();
    expect(await second.ask('sql', { query: 'SELECT id FROM t' })).toEqual({ value: [{ id: 7 }] });
    await second.host.close();
    rmSync(folder, { recursive: true });
  });
});
