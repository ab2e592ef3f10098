import { randomUUID } from 'node:crypto';

import { askApp } from '../../../sandbox/ask-app';
import type { OverrideOutcomeInput } from '../../../src/contract';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  PROJECT_ADMIN,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { auditDetails } from '../../support/audit';
import { ticketIdOf } from '../../support/stored';

describe('an outcome that a person sets by hand', () => {
  let world: AppWorld;
  let issue: string;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
    issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
    await world.live.jumpMs(MINUTE);
    world.site.transition({ by: BOT, issue, to: 'Resolved' });
    await world.live.jumpMs(2 * HOUR);
  });
  afterEach(() => world.live.stop());

  const override = (over: Partial<OverrideOutcomeInput> = {}) => {
    const reversal = { outcome: 'reversed', reason: 'It never helped' } as const;
    const decision = { issue, requestId: randomUUID(), ...reversal, ...over };
    return askApp(world.host, 'overrideOutcome', decision, PROJECT_ADMIN);
  };
  const undo = () => askApp(world.host, 'undoOverride', { issue }, PROJECT_ADMIN);
  const verdict = () => askApp(world.host, 'readTicketVerdict', { issue }, AGENT);
  const score = async () =>
    (await askApp(world.host, 'readDeskScorecard', { project: 'IT', periodDays: 30 }, AGENT)).score;
  const audit = () => auditDetails(world, ticketIdOf(world, issue));
  const countByJql = async (jql: string): Promise<number> => {
    const found = world.site.handle({
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: new Headers(),
      body: JSON.stringify({ jql, fields: ['key'] }),
      caller: { provider: 'user', accountId: AGENT },
    });
    return ((await found.response.json()) as { issues: readonly unknown[] }).issues.length;
  };

  it('is in the verdict, the tag, JQL and every number, and undone it is out of all of them', async () => {
    const before = { score: await score(), tag: tagOf(world, issue), verdict: await verdict() };
    expect(before.tag).toMatchObject({ outcome: 'pending' });

    const said = await override();
    expect(said.episodes).toMatchObject([
      {
        outcome: 'reversed',
        rule: 'overridden',
        reason: 'It never helped',
        override: { accountId: PROJECT_ADMIN, at: said.asOf },
      },
    ]);
    expect(said.steps.at(-1)).toMatchObject({
      what: 'overridden',
      who: 'human-agent',
      agent: null,
      detail: 'It never helped',
    });
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'reversed', rule: 'overridden' });
    expect(await countByJql('aiOutcome = reversed')).toBe(1);
    expect((await score()).outcomes).toMatchObject({ reversed: 1, pending: 0 });
    expect((await score()).rates.coverage).toEqual(before.score.rates.coverage);

    const undone = await undo();
    expect(undone.episodes).toEqual(before.verdict.episodes);
    expect(undone.steps).toEqual(before.verdict.steps);
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toEqual(before.tag);
    expect(await countByJql('aiOutcome = reversed')).toBe(0);
    expect(await score()).toEqual(before.score);
    expect(world.complaints).toEqual([]);
  });

  it('is in the audit with who, what and why, and so is its undoing', async () => {
    const requestId = randomUUID();
    await override({ requestId });
    await undo();
    const accountId = PROJECT_ADMIN;
    expect((await audit()).slice(-4)).toMatchObject([
      {
        action: 'outcome-overridden',
        requestId,
        accountId,
        outcome: 'reversed',
        reason: 'It never helped',
      },
      { action: 'outcome-decided', outcome: 'reversed', rule: 'overridden' },
      { action: 'override-undone', accountId, requestIds: [requestId] },
      { action: 'outcome-restated', outcome: 'pending', rule: 'pending' },
    ]);
  });

  it('told twice is one; told late, once it is undone, it stays undone', async () => {
    const requestId = randomUUID();
    await override({ requestId });
    const twice = await override({ requestId, outcome: 'excluded' });
    expect(twice.episodes).toMatchObject([{ outcome: 'reversed' }]);
    expect((await audit()).filter(({ action }) => action === 'outcome-overridden')).toHaveLength(1);
    await undo();
    const again = await undo();
    const late = await override({ requestId });
    expect([again, late].map(({ episodes }) => episodes.at(-1)?.rule)).toEqual([
      'pending',
      'pending',
    ]);
    expect((await audit()).filter(({ action }) => action === 'override-undone')).toHaveLength(1);
  });

  it('gives way to a later one; undone, all of the episode are gone', async () => {
    await override();
    const second = await override({ outcome: 'excluded', reason: 'A test ticket' });
    expect(second.episodes).toMatchObject([{ outcome: 'excluded', reason: 'A test ticket' }]);
    expect((await undo()).episodes).toMatchObject([{ rule: 'pending', override: null }]);
  });

  it('holds for its episode only: a reopened ticket is judged by the rules, and undoing looks at that', async () => {
    await override({ outcome: 'ai-resolved' });
    await world.live.jumpMs(MINUTE);
    world.site.transition({ by: CUSTOMER, issue, to: 'Waiting for support' });
    await world.live.jumpMs(5 * MINUTE);
    const expected = [
      { outcome: 'ai-resolved', rule: 'overridden', override: { accountId: PROJECT_ADMIN } },
      { outcome: 'open', rule: 'open', override: null },
    ];
    expect((await verdict()).episodes).toMatchObject(expected);
    expect((await undo()).episodes).toMatchObject(expected);
  });

  it('decides a ticket that is still open, from the moment of the decision', async () => {
    world.site.transition({ by: CUSTOMER, issue, to: 'Waiting for support' });
    await world.live.jumpMs(5 * MINUTE);
    const said = await override({ outcome: 'excluded' });
    expect(said.episodes.at(-1)).toMatchObject({
      outcome: 'excluded',
      resolvedAt: null,
      decidedAt: said.asOf,
    });
  });

  it('is kept when the desk is read again, and when its history is', async () => {
    await override();
    const expected = (await verdict()).episodes;
    await askApp(world.host, 'controlBackfill', { project: 'IT', action: 'restart' }, SITE_ADMIN);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: CUSTOMER, issue, body: 'thanks', isPublic: true });
    await world.live.jumpMs(3 * HOUR);
    expect((await verdict()).episodes).toEqual(expected);
    expect((await verdict()).steps.at(-1)).toMatchObject({ what: 'commented' });
    expect(tagOf(world, issue)).toMatchObject({ rule: 'overridden' });
  });

  it('goes with a ticket that the desk deletes', async () => {
    await override();
    const ticketId = ticketIdOf(world, issue);
    world.site.deleteIssue({ by: PROJECT_ADMIN, issue });
    await world.live.jumpMs(3 * HOUR);
    expect((await score()).episodes).toBe(0);
    expect((await auditDetails(world, ticketId)).at(-1)).toMatchObject({
      action: 'ticket-deleted',
    });
  });

  it('cannot be set on a ticket that was never scored', async () => {
    await askApp(world.host, 'controlBackfill', { project: 'IT', action: 'pause' }, SITE_ADMIN);
    const fresh = openTicket(world, 'IT', 'Something new');
    const asked = askApp(
      world.host,
      'overrideOutcome',
      { issue: fresh, requestId: randomUUID(), outcome: 'excluded', reason: 'A test' },
      PROJECT_ADMIN,
    );
    await expect(asked).rejects.toThrow('not-found-or-not-permitted');
  });
});
