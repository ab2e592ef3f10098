import { askApp } from '../../../sandbox/ask-app';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  registerBot,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { CrashingDatabase } from '../../support/crashing-database';

const EXACT = { duplicateShare: 0, lateShare: 0, usualLagMs: 0 };

/** A ticket's life; `beforeResolving` is called before the act whose handling may die. */
async function play(world: AppWorld, beforeResolving: () => void): Promise<string> {
  const { site, live } = world;
  const issue = openTicket(world);
  await live.jumpMs(MINUTE);
  site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
  await live.jumpMs(2 * HOUR);
  beforeResolving();
  site.transition({ by: BOT, issue, to: 'Resolved' });
  await live.jumpMs(MINUTE);
  site.addComment({ by: CUSTOMER, issue, body: 'thanks', isPublic: true });
  await live.jumpMs(3 * HOUR);
  return issue;
}

async function whatIsKnown(world: AppWorld, issue: string): Promise<unknown> {
  const [verdict, report] = await Promise.all([
    askApp(world.host, 'readTicketVerdict', { issue }, AGENT),
    askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT),
  ]);
  return {
    episodes: verdict.episodes,
    steps: verdict.steps,
    score: report.score,
    tag: tagOf(world, issue),
  };
}

describe('a container that dies while it handles an event', () => {
  let undisturbed: unknown;
  beforeAll(async () => {
    const world = await installed(await anAppWorld({ delivery: EXACT }));
    const issue = await play(world, () => undefined);
    undisturbed = await whatIsKnown(world, issue);
    await world.live.stop();
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'at its statement %i leaves, an hour later, what would have been without it',
    async (statement) => {
      const database = new CrashingDatabase();
      const world = await installed(await anAppWorld({ delivery: EXACT, database }));
      const issue = await play(world, () => {
        database.crashAt(statement);
      });
      expect(database.hasCrashed).toBe(true);
      expect(await whatIsKnown(world, issue)).toEqual(undisturbed);
      await world.live.stop();
    },
  );

  it.each([1, 2])(
    'between its two tags, at request %i, writes both in the end',
    async (request) => {
      const world = await installed(await anAppWorld({ delivery: EXACT }));
      const issue = await play(world, () => {
        const isTag = request === 1 ? /^PUT .*properties/ : /^POST .*app\/field/;
        world.site.failNext(1, 500, {}, isTag);
      });
      expect(await whatIsKnown(world, issue)).toEqual(undisturbed);
      await world.live.stop();
    },
  );

  it('waits as long as Jira says, and writes no more than it must', async () => {
    const world = await installed(await anAppWorld({ delivery: EXACT }));
    const issue = await play(world, () => {
      const headers = { 'Retry-After': '120', 'RateLimit-Reason': 'jira-per-issue-on-write' };
      world.site.failNext(1, 429, headers, /^PUT .*properties/);
    });
    expect(await whatIsKnown(world, issue)).toEqual(undisturbed);
    await world.live.stop();
  });
});

describe('a backfill that is refused and cut off again and again', () => {
  const fill = (world: AppWorld): void => {
    for (let i = 0; i < 1_300; i += 1) {
      const createdMs = world.clock.now() - (2_000 - i) * HOUR;
      world.site.importIssue({
        project: 'IT',
        requestType: i % 3 === 0 ? 'VPN' : 'Password',
        issueType: 'Service Request',
        priority: 'Medium',
        reporter: CUSTOMER,
        summary: `matter ${i % 7} of ${i % 5}`,
        createdMs,
        resolutionDateMs: createdMs + HOUR,
        status: 'Resolved',
        resolution: 'Done',
        comments: [
          { atMs: createdMs + MINUTE, authorAccountId: i % 2 ? BOT : AGENT, isPublic: true },
        ],
        histories: [
          {
            atMs: createdMs + HOUR,
            authorAccountId: i % 2 ? BOT : AGENT,
            items: [{ field: 'status', from: '10001', to: '5', toString: 'Resolved' }],
          },
        ],
        updatedMs: createdMs + HOUR,
      });
    }
  };
  const run = async (disturb: (world: AppWorld) => void): Promise<unknown> => {
    const world = await anAppWorld({ delivery: EXACT });
    fill(world);
    await world.host.install();
    await registerBot(world);
    disturb(world);
    await world.live.jumpMs(3 * HOUR);
    const { score } = await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT);
    await world.live.stop();
    return score;
  };

  it('that is forbidden says so, and goes on when the hour strikes', async () => {
    const world = await anAppWorld({ delivery: EXACT });
    fill(world);
    await world.host.install();
    world.site.failNext(2, 403, {}, /search\/jql/);
    await world.live.jumpMs(2 * MINUTE);
    const before = await askApp(
      world.host,
      'readDeskScorecard',
      { project: 'IT', periodDays: 7 },
      AGENT,
    );
    expect(before).toMatchObject({ backfill: { status: 'failed' }, completeFrom: null });
    await world.live.jumpMs(2 * HOUR);
    const after = await askApp(
      world.host,
      'readDeskScorecard',
      { project: 'IT', periodDays: 7 },
      AGENT,
    );
    expect(after).toMatchObject({ backfill: { status: 'done', ticketsDone: 1_300 } });
    await world.live.stop();
  });

  it('ends with the same numbers as an undisturbed one', async () => {
    const undisturbed = await run(() => undefined);
    let failuresLeft = 0;
    const disturbed = await run(({ site }) => {
      site.failNext(2, 500, {}, /search\/jql/);
      site.failNext(2, 429, { 'Retry-After': '30' }, /changelog/);
      site.failNext(1, 503, {}, /search\/jql/);
      site.failNext(2, 429, { 'Retry-After': '900' }, /changelog/);
      site.failNext(1, 500, {}, /properties\/multi/);
      site.failNext(1, 500, {}, /app\/field/);
      failuresLeft = 9;
      const handle = site.handle.bind(site);
      site.handle = (request) => {
        const answer = handle(request);
        if (answer.response.status >= 429) failuresLeft -= 1;
        return answer;
      };
    });
    expect(failuresLeft).toBe(0);
    expect(disturbed).toEqual(undisturbed);
    expect(undisturbed).toMatchObject({ tickets: 1_300 });
  }, 60_000);
});
