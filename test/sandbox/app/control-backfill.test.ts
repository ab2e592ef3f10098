import { askApp } from '../../../sandbox/ask-app';
import type { ControlBackfillInput } from '../../../src/contract';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  MINUTE,
  registerBot,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { auditOfDesk } from '../../support/desk-settings';
import { storeOf } from '../../support/stored';

const TICKETS = 1_700;
/** What the app reads in one page of its own. */
const PAGE = 500;

const fill = (world: AppWorld): void => {
  for (let i = 0; i < TICKETS; i += 1) {
    const createdMs = world.clock.now() - (TICKETS + 200 - i) * HOUR;
    world.site.importIssue({
      project: 'IT',
      requestType: 'VPN',
      issueType: 'Service Request',
      priority: 'Medium',
      reporter: CUSTOMER,
      summary: `matter ${i}`,
      createdMs,
      resolutionDateMs: createdMs + HOUR,
      status: 'Resolved',
      resolution: 'Done',
      comments: [{ atMs: createdMs + MINUTE, authorAccountId: BOT, isPublic: true }],
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
};

describe('a backfill under control', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await anAppWorld();
    fill(world);
    await world.host.install();
    await registerBot(world);
  });
  afterEach(() => world.live.stop());

  const control = (action: ControlBackfillInput['action']) =>
    askApp(world.host, 'controlBackfill', { project: 'IT', action }, SITE_ADMIN);
  const desk = async () => {
    const told = await askApp(world.host, 'readAdministration', {}, SITE_ADMIN);
    const found = told.desks.find(({ projectKey }) => projectKey === 'IT');
    if (found === undefined) throw new Error('The desk is not there');
    return found;
  };
  const score = async () =>
    (await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT)).score;
  /** Runs something when the app reads the n-th page of tickets: in the midst of a job. */
  const atPage = (page: number, run: () => void): void => {
    const handle = world.site.handle.bind(world.site);
    let pages = 0;
    world.site.handle = (request) => {
      const answer = handle(request);
      if (request.path.endsWith('/changelog/bulkfetch') && (pages += 1) === page) run();
      return answer;
    };
  };

  it('shows its progress while it runs', async () => {
    const seen: number[] = [];
    const store = storeOf(world);
    const handle = world.site.handle.bind(world.site);
    const looks: Promise<unknown>[] = [];
    world.site.handle = (request) => {
      if (request.path.endsWith('/changelog/bulkfetch')) {
        looks.push(desk().then(({ backfill }) => seen.push(backfill.ticketsDone)));
      }
      return handle(request);
    };
    await world.live.jumpMs(5 * MINUTE);
    await Promise.all(looks);
    expect(seen.slice(0, 4).sort((a, b) => a - b)).toEqual([0, PAGE, 2 * PAGE, 3 * PAGE]);
    expect(await desk()).toMatchObject({
      backfill: { status: 'done', ticketsDone: TICKETS, ticketsTotal: TICKETS },
    });
    expect(await store.listDesks()).toHaveLength(2);
  });

  it('stops at its next page when it is paused, stays stopped, and goes on from there', async () => {
    let paused: Promise<unknown> = Promise.resolve();
    atPage(2, () => {
      paused = control('pause');
    });
    await world.live.jumpMs(5 * MINUTE);
    await paused;
    const stopped = await desk();
    expect(stopped.backfill).toMatchObject({ status: 'paused', finishedAt: null });
    expect(stopped.backfill.ticketsDone).toBeLessThan(TICKETS);
    await world.live.jumpMs(3 * HOUR);
    expect((await desk()).backfill.ticketsDone).toBe(stopped.backfill.ticketsDone);
    expect((await score()).tickets).toBe(stopped.backfill.ticketsDone);

    const before = world.host.meter.snapshot();
    await control('resume');
    await world.live.jumpMs(2 * HOUR);
    expect(await desk()).toMatchObject({
      backfill: { status: 'done', ticketsDone: TICKETS },
      waiting: { unsettled: 0, untagged: 0, flagged: 0 },
    });
    expect((await score()).tickets).toBe(TICKETS);
    const pages = world.host.meter.since(before).functions['jobs']?.rest;
    const searches = pages?.['POST /rest/api/3/search/jql']?.requests ?? 0;
    // No page of the history twice, besides what the hours compare.
    expect(searches).toBeLessThanOrEqual((TICKETS - stopped.backfill.ticketsDone) / 100 + 6);
    expect(await auditOfDesk(world)).toEqual([
      { action: 'backfill-paused', accountId: SITE_ADMIN },
      { action: 'backfill-resumed', accountId: SITE_ADMIN },
    ]);
  });

  it('does not begin while it is paused, and counts its tickets once it may', async () => {
    await control('pause');
    await control('pause');
    await world.live.jumpMs(2 * HOUR);
    expect((await desk()).backfill).toMatchObject({ status: 'paused', startedAt: null });
    await control('resume');
    await world.live.jumpMs(5 * MINUTE);
    expect((await desk()).backfill).toMatchObject({ status: 'done', ticketsTotal: TICKETS });
    expect(await auditOfDesk(world)).toHaveLength(2);
  });

  it('reads everything again when restarted, keeps what is known, and ends with the same numbers', async () => {
    await world.live.jumpMs(2 * HOUR);
    const before = await score();
    expect(before.tickets).toBe(TICKETS);
    let during: Promise<unknown> = Promise.resolve();
    atPage(2, () => {
      during = score();
    });
    await control('restart');
    expect((await desk()).backfill).toMatchObject({ status: 'none', ticketsDone: 0 });
    expect(await score()).toEqual(before);
    await world.live.jumpMs(2 * HOUR);
    expect(await during).toEqual(before);
    expect((await desk()).backfill).toMatchObject({ status: 'done', ticketsDone: TICKETS });
    expect(await score()).toEqual(before);
    expect(world.complaints).toEqual([]);
  });

  it('starts over when it is restarted in its midst, and counts each ticket once', async () => {
    let restarted: Promise<unknown> = Promise.resolve();
    atPage(2, () => {
      restarted = control('restart');
    });
    await world.live.jumpMs(5 * MINUTE);
    await restarted;
    await world.live.jumpMs(2 * HOUR);
    expect((await desk()).backfill).toMatchObject({ status: 'done', ticketsDone: TICKETS });
    expect((await score()).tickets).toBe(TICKETS);
  });
});
