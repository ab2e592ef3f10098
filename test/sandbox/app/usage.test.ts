import { askApp } from '../../../sandbox/ask-app';
import { restTotals, type Usage } from '../../../sandbox/forge/usage';
import type { UsageRow } from '../../../src/contract';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  MINUTE,
  openTicket,
  registerBot,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';

const TICKETS = 1_200;

async function filled(): Promise<AppWorld> {
  const world = await anAppWorld();
  for (let i = 0; i < 150; i += 1) {
    world.site.addUser({ accountId: `c-${i}`, accountType: 'customer', displayName: `C ${i}` });
  }
  for (let i = 0; i < TICKETS; i += 1) {
    const createdMs = world.clock.now() - (TICKETS + 50 - i) * HOUR;
    world.site.importIssue({
      project: i % 3 === 0 ? 'HR' : 'IT',
      requestType: 'VPN',
      issueType: 'Service Request',
      priority: 'Medium',
      reporter: `c-${i % 150}`,
      summary: `matter ${i}`,
      createdMs,
      resolutionDateMs: createdMs + HOUR,
      status: 'Resolved',
      resolution: 'Done',
      // Some threads are longer than what a search carries.
      comments: Array.from({ length: i % 100 === 0 ? 25 : 2 }, (_, n) => ({
        atMs: createdMs + n * 1_000,
        authorAccountId: i % 2 ? BOT : AGENT,
        isPublic: true,
      })),
      histories: [
        {
          atMs: createdMs + HOUR,
          authorAccountId: BOT,
          items: [{ field: 'status', from: '10001', to: '5', toString: 'Resolved' }],
        },
      ],
      updatedMs: createdMs + HOUR,
    });
  }
  await world.host.install();
  await registerBot(world);
  return world;
}

const statementsOf = ({ sqlSelects, sqlWrites, sqlDdl }: Usage): number =>
  sqlSelects + sqlWrites + sqlDdl;
const usageOf = async ({ host }: AppWorld): Promise<readonly UsageRow[]> =>
  (await askApp(host, 'readAdministration', {}, SITE_ADMIN)).usage;
const sumOf = (rows: readonly UsageRow[], field: 'restRequests' | 'restPoints' | 'sqlStatements') =>
  rows.reduce((sum, row) => sum + row[field], 0);

describe("the app's own figures of what it costs", () => {
  it("are the platform's, of jobs and of what the hour strikes", async () => {
    const world = await filled();
    await world.live.jumpMs(3 * HOUR);
    const openedLater = openTicket(world);
    world.site.addComment({ by: CUSTOMER, issue: openedLater, body: 'a', isPublic: true });
    await world.live.jumpMs(3 * HOUR);
    const rows = await usageOf(world);
    const { functions } = world.host.meter.snapshot();
    const scheduled = ['hourly', 'installed'].map((key) => functions[key]);

    const jobs = rows.filter(({ work }) => work !== 'sync-desks');
    const platform = functions['jobs'];
    if (platform === undefined) throw new Error('No job ran');
    expect(sumOf(jobs, 'restRequests')).toBe(restTotals(platform).requests);
    expect(sumOf(jobs, 'sqlStatements')).toBe(statementsOf(platform));
    const pointsRatio = sumOf(jobs, 'restPoints') / restTotals(platform).points;
    expect(pointsRatio).toBeGreaterThan(0.98);
    expect(pointsRatio).toBeLessThan(1.02);
    expect(jobs.reduce((sum, { runs }) => sum + runs, 0)).toBe(platform.invocations);
    process.stdout.write(
      `backfill of ${TICKETS} tickets: the app counts ${sumOf(jobs, 'restRequests')} requests, ${sumOf(jobs, 'restPoints')} points (the platform ${restTotals(platform).points}), ${sumOf(jobs, 'sqlStatements')} statements\n`,
    );

    const syncs = rows.filter(({ work }) => work === 'sync-desks');
    const total = (figure: (usage: Usage) => number): number =>
      scheduled.reduce((sum, usage) => sum + (usage === undefined ? 0 : figure(usage)), 0);
    expect(sumOf(syncs, 'sqlStatements')).toBe(total(statementsOf));
    expect(sumOf(syncs, 'restRequests')).toBe(total((usage) => restTotals(usage).requests));
    expect(world.complaints).toEqual([]);
    await world.live.stop();
  });

  it('count what Jira refuses, and what breaks off, as failures', async () => {
    const world = await filled();
    world.site.failNext(2, 429, { 'Retry-After': '30' }, /changelog/);
    await world.live.jumpMs(20 * MINUTE);
    const backfill = (await usageOf(world)).find(({ work }) => work === 'backfill-desk');
    expect(backfill).toMatchObject({ failures: 2 });
    await world.live.stop();
  });

  it('leave events and screens alone: the hot path has no statement for it', async () => {
    const world = await filled();
    await world.live.jumpMs(2 * HOUR);
    const works = new Set((await usageOf(world)).map(({ work }) => work));
    openTicket(world);
    await askApp(world.host, 'readDeskScorecard', { project: 'IT', periodDays: 7 }, AGENT);
    await world.live.jumpMs(5 * MINUTE);
    expect(new Set((await usageOf(world)).map(({ work }) => work))).toEqual(works);
    await world.live.stop();
  });
});
