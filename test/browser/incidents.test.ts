import { join } from 'node:path';

import { createChance } from '../../sandbox/demo/chance';
import { loadManifest } from '../../sandbox/forge/manifest';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { addDeskPeople, FILE_ADMIN } from '../../sandbox/import/desk-people';
import { LiveWorld } from '../../sandbox/live-world';
import { createServiceNowInstance } from '../../sandbox/servicenow/instance';
import { startShell } from '../../sandbox/shell/server/start-shell';
import { createWorld } from '../../sandbox/world';
import { ROOT } from '../support/app-world';
import { describeOnDesk, type ServedDesk } from './describe-on-desk';
import { overflowOf } from './measure';

jest.setTimeout(60_000);

const START_MS = Date.parse('2026-03-02T09:00:00Z');
const HOST = 'acme.service-now.com';

/** A site beside an instance with one incident that has a history; the app is not installed. */
async function openInstance(): Promise<ServedDesk & { readonly sysId: string }> {
  const manifest = await loadManifest(ROOT);
  const world = await createWorld({
    appFile: join(ROOT, 'dist', 'app', 'index.js'),
    manifest,
    database: openSqlite(),
    chance: createChance(1, 'test'),
    startAtMs: START_MS,
    timeZone: 'UTC',
    serviceNow: (clock) => [createServiceNowInstance({ clock, host: HOST })],
  });
  const [instance] = world.serviceNow;
  if (instance === undefined) throw new Error('The world has no instance');
  addDeskPeople(world.site);
  instance.addField('u_ai_outcome');
  for (const name of ['Service Desk', 'Network']) instance.addGroup({ name });
  for (const userName of ['caller', 'agent'])
    instance.addUser({ userName, name: `The ${userName}` });
  const { sysId } = instance.acting.create('caller', {
    caller_id: 'caller',
    short_description: 'No network',
    assignment_group: 'Service Desk',
  });
  world.clock.moveTo(START_MS + 60_000);
  instance.acting.update('agent', sysId, { state: '2', assignment_group: 'Network' });
  instance.acting.update('agent', sysId, {
    work_notes: 'Cable unplugged',
    u_ai_outcome: 'Escalated',
  });
  const live = new LiveWorld(world, null, () => performance.now());
  const shell = await startShell({
    shell: {
      world,
      live,
      manifest,
      users: [{ ...FILE_ADMIN, role: 'Administers Jira' }],
      siteName: 'Test site',
      timeZone: 'UTC',
      startedAtMs: START_MS,
      failures: [],
    },
    port: 0,
    root: ROOT,
  });
  return {
    shell,
    sysId,
    async close() {
      await shell.close();
      await live.stop();
    },
  };
}

describeOnDesk('the simulated instance on the page', openInstance, (here) => {
  it.each([
    ['light', 1_280],
    ['dark', 390],
  ] as const)(
    'lists incidents with state, group and verdict, in %s at %s px',
    async (colorMode, widthPx) => {
      const { page } = await here.visit({
        accountId: FILE_ADMIN.accountId,
        hash: `#/instances/${HOST}`,
        colorMode,
        widthPx,
      });
      const row = page.getByRole('row', { name: /^INC\d+ No network/ });
      await row.waitFor();
      expect(await row.getByText('Network', { exact: true }).count()).toBe(1);
      expect(await row.getByText('In Progress').count()).toBe(1);
      expect(await row.getByText('Escalated').count()).toBe(1);
      expect((await overflowOf(page.locator('html'))).sidewaysPx).toBe(0);
    },
  );

  it('shows an incident with its journal and its history, by number and by the id that links name', async () => {
    const { page } = await here.visit({
      accountId: FILE_ADMIN.accountId,
      hash: `#/instances/${HOST}/${here.desk.sysId}`,
    });
    await page.getByRole('heading', { name: 'No network' }).waitFor();
    expect(await page.getByText('Cable unplugged').count()).toBe(1);
    await page.getByRole('button', { name: 'Show history (2)' }).click();
    await page.getByText('assignment_group: Service Desk → Network').waitFor();
    await page.getByRole('link', { name: HOST }).first().click();
    await page.getByRole('link', { name: /^INC/ }).click();
    await page.getByRole('heading', { name: 'No network' }).waitFor();
  });
});
