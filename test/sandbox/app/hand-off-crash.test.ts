import { epochMs } from '../../../src/domain/time';
import type { HandOffRow } from '../../../src/ports/score-store';
import { handOffTicket } from '../../../src/usecases/hand-off-ticket';
import { AGENT, BOT, HOUR, MINUTE, openTicket } from '../../support/app-world';
import { deskDeps } from '../../support/desk-deps';
import {
  aHandOffWorld,
  anAttemptedTicket,
  handOffRowOf,
  handOffsSeen,
  ONE_HAND_OFF,
  pushHandOff,
  setTarget,
  TARGET,
  tellRun,
  type HandOffWorld,
} from '../../support/hand-off-world';
import { deskOf, storeOf, ticketIdOf } from '../../support/stored';

/** Every write of a hand-off, in its order; the container is killed after each of them once. */
const WRITES = [
  'SQL INSERT hand_off',
  'Jira POST /comment',
  'SQL UPDATE hand_off',
  'Jira PUT issue',
  'Jira POST /transitions',
  'SQL UPDATE hand_off',
  'SQL UPDATE ticket',
  'SQL REPLACE episode',
  'SQL REPLACE marked_day',
  'SQL INSERT audit_entry',
  'Jira PUT /properties/firstline',
  'Jira POST /app/field/value',
  'SQL UPDATE ticket',
  'queue',
  'KVS',
  'SQL UPDATE hand_off',
  'SQL UPDATE usage_day',
] as const;

let world: HandOffWorld;
beforeAll(async () => {
  world = await aHandOffWorld();
  // The day's first of a kind is written otherwise.
  await pushHandOff(world, await anAttemptedTicket(world));
  await world.live.jumpMs(MINUTE);
});
afterAll(async () => {
  world.crash.stop();
  await world.live.stop();
});

/** The app's use cases as another container has them, at this moment. */
const containerDeps = () =>
  deskDeps({
    store: storeOf(world),
    site: world.site,
    nowMs: world.clock.now(),
    actors: [{ actorId: BOT, accountId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: 'Test' }],
  });

describe('a hand-off', () => {
  it('writes each of these once, in this order', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    world.crash.watch();
    await world.live.jumpMs(MINUTE);
    expect(world.crash.writes).toEqual(WRITES);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it.each(WRITES.map((name, i) => [i + 1, name] as const))(
    'takes place once when the container dies after write %i, %s',
    async (write) => {
      const issue = await anAttemptedTicket(world);
      await pushHandOff(world, issue);
      world.crash.watch(write);
      await world.live.jumpMs(2 * HOUR);
      expect(world.crash.hasCrashed).toBe(true);
      expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
    },
  );

  it.each(['POST .*/comment', 'PUT .*/issue/\\d+$', 'POST .*/transitions'])(
    'takes place once when the answer to %s is lost, or is an error though Jira did it',
    async (request) => {
      for (const answer of ['lost', { status: 500 }] as const) {
        const issue = await anAttemptedTicket(world);
        await pushHandOff(world, issue);
        world.site.failRequests({ when: 'after', answer, matches: new RegExp(`^${request}`) });
        await world.live.jumpMs(10 * MINUTE);
        expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
      }
    },
  );

  it('takes place once however many jobs ask for it, and however often', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue, 3);
    await world.live.jumpMs(MINUTE);
    await pushHandOff(world, issue, 2);
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('takes place once when several containers work on it at the same time', async () => {
    const issue = await anAttemptedTicket(world);
    const { deskId } = await deskOf(world);
    const deps = containerDeps();
    const job = { deskId, ticketId: ticketIdOf(world, issue) };
    const results = await Promise.all([1, 2, 3, 4].map(() => handOffTicket(deps, job)));
    expect(results.map((each) => each.ok && each.value).sort()).toEqual([
      'busy',
      'busy',
      'busy',
      'handed-off',
    ]);
    // The key of the app's own field is the platform's to tell: the hour writes the tag.
    await world.live.jumpMs(2 * HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('is left to whoever has it, even between looking for the comment and posting it', async () => {
    const issue = await anAttemptedTicket(world);
    const { deskId } = await deskOf(world);
    const deps = containerDeps();
    const job = { deskId, ticketId: ticketIdOf(world, issue) };
    const others: unknown[] = [];
    const slow = {
      ...deps,
      handOffDesk: {
        ...deps.handOffDesk,
        comment: async (...told: Parameters<typeof deps.handOffDesk.comment>) => {
          others.push(await handOffTicket(deps, job));
          return deps.handOffDesk.comment(...told);
        },
      },
    };
    expect(await handOffTicket(slow, job)).toEqual({ ok: true, value: 'handed-off' });
    expect(others).toEqual([{ ok: true, value: 'busy' }]);
    await world.live.jumpMs(2 * HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('is taken up by the hour when nobody has it and no job is left', async () => {
    const before = await anAttemptedTicket(world);
    await pushHandOff(world, before);
    await world.live.jumpMs(MINUTE);
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    const runId = await tellRun(world, issue);
    const abandoned: HandOffRow = {
      ...(await handOffRowOf(world, before)),
      handOffId: 'f'.repeat(32),
      ticketId: ticketIdOf(world, issue),
      runId,
      decidedAt: epochMs(world.clock.now()),
      step: 'due',
      commentId: null,
      leasedUntil: epochMs(world.clock.now() + 5 * MINUTE),
      version: 0,
    };
    expect(await storeOf(world).saveHandOff(abandoned)).toBe('saved');
    await world.live.jumpMs(2 * HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('happens at most once per episode, and again after the ticket was reopened', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    await tellRun(world, issue);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
    world.site.transition({ by: AGENT, issue, to: 'Resolved' });
    await world.live.jumpMs(HOUR);
    world.site.transition({ by: AGENT, issue, to: 'In Progress' });
    await world.live.jumpMs(HOUR);
    await tellRun(world, issue);
    await pushHandOff(world, issue);
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toMatchObject({ comments: 2, events: 2, audit: 2 });
  });

  it('leaves tickets that are done, and runs that the policy lets pass', async () => {
    const done = await anAttemptedTicket(world);
    world.site.transition({ by: BOT, issue: done, to: 'Resolved' });
    await world.live.jumpMs(MINUTE);
    await pushHandOff(world, done);
    const confident = await anAttemptedTicket(world);
    // The same run, told anew.
    await tellRun(world, confident, { confidence: 0.9 }, { replacesLast: true });
    await pushHandOff(world, confident);
    await world.live.jumpMs(HOUR);
    for (const issue of [done, confident]) {
      expect(await handOffsSeen(world, issue)).toMatchObject({ comments: 0, events: 0, rows: [] });
    }
  });
});

describe('when Jira refuses', () => {
  it('waits longer each time, says why, and is done once when an hour of refusals is over', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    world.site.failNext(9_999, 503, {}, /^PUT .*\/issue\/\d+$/);
    await world.live.jumpMs(HOUR);
    const row = await handOffRowOf(world, issue);
    expect(row).toMatchObject({ step: 'commented', problem: 'source-unavailable' });
    // After 1, 3, 7, 15 minutes, and then every quarter of an hour.
    expect(row.attempts).toBeGreaterThanOrEqual(7);
    expect(row.attempts).toBeLessThanOrEqual(8);
    expect(await handOffsSeen(world, issue)).toMatchObject({ comments: 1, events: 0, changes: [] });
    world.site.endFailures();
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('waits as long as the limit of writes per issue says', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    const headers = { 'Retry-After': '300', 'RateLimit-Reason': 'jira-per-issue-on-write' };
    world.site.failNext(1, 429, headers, /^POST .*\/comment/);
    await world.live.jumpMs(4 * MINUTE);
    expect(await handOffsSeen(world, issue)).toMatchObject({ comments: 0 });
    await world.live.jumpMs(2 * MINUTE);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('names the fields that it will not take, and routes by a policy that was put right', async () => {
    const group = { fieldId: 'customfield_99', name: 'Network' };
    await setTarget(world, { ...TARGET, group, assigneeAccountId: 'nobody' });
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    expect(await handOffsSeen(world, issue)).toMatchObject({
      comments: 1,
      changes: [],
      events: 0,
      rows: [{ step: 'commented', problem: 'refused:assignee,customfield_99' }],
    });
    await setTarget(world, TARGET);
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });

  it('calls a hand-off off when the ticket was done before people could be told', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    world.site.failNext(1, 503, {}, /^POST .*\/comment/);
    await world.live.jumpMs(10_000);
    world.site.transition({ by: AGENT, issue, to: 'Resolved' });
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toMatchObject({
      comments: 0,
      events: 0,
      audit: 0,
      status: 'Resolved',
      rows: [{ step: 'called-off', problem: null }],
    });
  });

  it('calls it off, too, when the ticket was done and is open again', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    world.site.failNext(9_999, 503, {}, /^POST .*\/comment/);
    await world.live.jumpMs(MINUTE);
    world.site.transition({ by: AGENT, issue, to: 'Resolved' });
    await world.live.jumpMs(MINUTE);
    world.site.transition({ by: AGENT, issue, to: 'In Progress' });
    await world.live.jumpMs(MINUTE);
    world.site.endFailures();
    await world.live.jumpMs(HOUR);
    expect(await handOffsSeen(world, issue)).toMatchObject({
      comments: 0,
      events: 0,
      rows: [{ step: 'called-off', problem: null }],
    });
    await tellRun(world, issue);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    expect(await handOffsSeen(world, issue)).toMatchObject({ comments: 1, events: 1, audit: 1 });
  });

  it('finds the comment that it posted behind all that was said since', async () => {
    const issue = await anAttemptedTicket(world);
    await pushHandOff(world, issue);
    world.crash.watch(2);
    await world.live.jumpMs(10_000);
    expect(world.crash.writes[1]).toBe('Jira POST /comment');
    for (let i = 0; i < 201; i += 1) {
      world.site.addComment({ by: AGENT, issue, body: 'Hm', isPublic: false });
    }
    await world.live.jumpMs(10 * MINUTE);
    expect(await handOffsSeen(world, issue)).toEqual(ONE_HAND_OFF);
  });
});

describe('a ticket that people have already', () => {
  it('keeps its assignee, group and status, and gets the packet once', async () => {
    const issue = await anAttemptedTicket(world);
    world.site.assign({ by: AGENT, issue, assignee: 'project-admin' });
    world.site.addComment({ by: AGENT, issue, body: 'I am on it', isPublic: true });
    await world.live.jumpMs(MINUTE);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    expect(await handOffsSeen(world, issue)).toEqual({
      ...ONE_HAND_OFF,
      changes: ['assignee', 'priority', 'labels'],
      assignee: 'project-admin',
      group: null,
      status: 'Waiting for support',
    });
  });

  it('is routed all the same when the person assigned has done nothing yet', async () => {
    const issue = await anAttemptedTicket(world);
    world.site.assign({ by: AGENT, issue, assignee: 'project-admin' });
    await world.live.jumpMs(MINUTE);
    await pushHandOff(world, issue);
    await world.live.jumpMs(MINUTE);
    expect(await handOffsSeen(world, issue)).toMatchObject({ assignee: AGENT, group: 'Network' });
  });
});
