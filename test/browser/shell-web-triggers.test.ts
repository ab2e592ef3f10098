import { request } from 'node:http';

import { createChance } from '../../sandbox/demo/chance';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { LiveWorld } from '../../sandbox/live-world';
import { startShell, type RunningShell } from '../../sandbox/shell/server/start-shell';
import { createWorld, type World } from '../../sandbox/world';
import { buildFixtureApp, fixtureManifest, START_MS } from '../sandbox/forge/fixture-host';
import { ROOT } from '../support/app-world';

const app = buildFixtureApp();
afterAll(app.remove);

describe('web triggers under the address of the page', () => {
  let world: World;
  let shell: RunningShell;
  beforeAll(async () => {
    const manifest = await fixtureManifest();
    world = await createWorld({
      appFile: app.file,
      manifest,
      database: openSqlite(),
      chance: createChance(1, 'test'),
      startAtMs: START_MS,
      timeZone: 'UTC',
    });
    shell = await startShell({
      shell: {
        world,
        live: new LiveWorld(world, null, () => performance.now()),
        manifest,
        users: [],
        siteName: 'Test site',
        timeZone: 'UTC',
        startedAtMs: START_MS,
        failures: [],
      },
      port: 0,
      root: ROOT,
    });
  });
  afterAll(async () => {
    await shell.close();
    await world.host.close();
  });

  const urlInApp = async (): Promise<string> => {
    const answer = await world.host.invokeResolver({
      functionKey: 'resolver',
      key: 'webTriggerUrl',
      payload: { key: 'hook' },
      accountId: 'account-1',
      moduleKey: 'panel',
      moduleType: 'jira:issuePanel',
    });
    return (answer as { readonly value: string }).value;
  };

  it('are called where the app says, by anybody, with any body', async () => {
    const url = await urlInApp();
    expect(url).toMatch(new RegExp(`^${shell.url}/public/[\\w-]+$`));
    const bytes = new Uint8Array([0xff, 0x00, 0x31]);
    const response = await fetch(`${url}/v1/traces`, { method: 'POST', body: bytes });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      request: { method: 'POST', userPath: '/v1/traces', body: '/wAx' },
    });
    const meter = await fetch(`${shell.url}/api/meter`);
    expect(await meter.json()).toMatchObject({
      callers: expect.arrayContaining([
        expect.objectContaining({ name: 'Web triggers', invocations: 1 }),
      ]) as unknown,
      webTriggers: expect.arrayContaining([{ key: 'hook', url }]) as unknown,
      actions: [
        { key: 'note-outcome', name: 'Note outcome' },
        { key: 'whoami', name: 'Who am I' },
      ],
    });
  });

  it('are not reached by another name of this machine', async () => {
    const { pathname, port } = new URL(await urlInApp());
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({
        host: '127.0.0.1',
        port,
        path: pathname,
        method: 'POST',
        headers: { host: 'evil.example.com' },
      })
        .on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        })
        .on('error', reject)
        .end('x');
    });
    expect(status).toBe(403);
  });

  it('take up to 5 MB, and other addresses are still the page', async () => {
    const url = await urlInApp();
    const body = new Uint8Array(5 * 1_024 * 1_024 + 1);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413);
    expect((await fetch(`${shell.url}/public/unheard-of`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${shell.url}/api/state`)).status).toBe(200);
  });
});
