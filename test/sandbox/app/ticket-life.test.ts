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
  RULE,
  tagOf,
  type AppWorld,
} from '../../support/app-world';

const DAY = 24 * HOUR;

describe('a ticket on a desk with the app installed', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
  });
  afterEach(() => world.live.stop());

  // At one moment Jira's histories come before comments, so acts of the tests lie a second apart.
  const reply = async (by: string, issue: string, isPublic = true) => {
    await world.live.jumpMs(1_000);
    return world.site.addComment({ by, issue, body: 'text', isPublic });
  };
  const move = async (by: string, issue: string, to: string) => {
    await world.live.jumpMs(1_000);
    world.site.transition({ by, issue, to });
  };
  const verdictOf = (issue: string) => askApp(world.host, 'readTicketVerdict', { issue }, AGENT);
  const cardOf = (project = 'IT') =>
    askApp(world.host, 'readDeskScorecard', { project, periodDays: 30 }, AGENT);

  it('is pending when the AI resolves it, and AI-resolved once it has held for the window', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(28_000);
    await reply(BOT, issue);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(5 * MINUTE);

    expect(tagOf(world, issue)).toMatchObject({
      outcome: 'pending',
      evidence: 'assumed',
      agent: 'Atlas',
      episodes: 1,
    });
    await world.live.jumpMs(2 * HOUR);
    expect((await cardOf()).score).toMatchObject({
      rates: { aiResolution: null },
      provisional: { pending: 1 },
    });

    await world.live.jumpMs(7 * DAY);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'ai-resolved' });
    expect((await cardOf()).score).toMatchObject({
      rates: {
        aiResolution: { numerator: 1, denominator: 1 },
        firstContactResolution: { numerator: 1 },
      },
      outcomes: { 'ai-resolved': 1 },
      timeToResolveMs: { ai: { n: 1, mean: 30_000 } },
    });
    expect(world.complaints).toEqual([]);
  });

  it('shows its outcome in the queue and answers to JQL', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(5 * MINUTE);
    const view = world.site.reading.readIssue(issue, AGENT);
    expect([...(view?.issue.appFields.values() ?? [])]).toEqual(['AI-resolved (pending)']);
    const found = world.site.handle({
      method: 'POST',
      path: '/rest/api/3/search/jql',
      headers: new Headers(),
      body: JSON.stringify({ jql: 'project = IT AND aiOutcome = pending', fields: ['key'] }),
      caller: { provider: 'user', accountId: AGENT },
    });
    expect(await found.response.json()).toMatchObject({ issues: [{ key: issue }] });
  });

  it('is restated when the requester comes back, and both days are right again', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(2 * DAY);
    await reply(CUSTOMER, issue);
    await move(CUSTOMER, issue, 'Waiting for support');
    await world.live.jumpMs(2 * HOUR);

    const { episodes } = await verdictOf(issue);
    expect(episodes).toMatchObject([
      { outcome: 'reversed', rule: 'reopened' },
      { outcome: 'open' },
    ]);
    expect((await cardOf()).score).toMatchObject({
      outcomes: { reversed: 1, open: 1, pending: 0 },
      reopens: { moves: 1, tickets: 1 },
    });
  });

  it('is reversed by another ticket of the same person about the same thing', async () => {
    const first = openTicket(world, 'IT', 'VPN drops every hour');
    await reply(BOT, first);
    await move(BOT, first, 'Resolved');
    await world.live.jumpMs(DAY);
    openTicket(world, 'IT', 'VPN drops every hour again');
    await world.live.jumpMs(3 * HOUR);
    expect(tagOf(world, first)).toMatchObject({ outcome: 'reversed', rule: 'repeat-contact' });
  });

  it('is escalated when a person takes over, abandoned when nobody answers the AI', async () => {
    const taken = openTicket(world);
    await reply(BOT, taken);
    await reply(AGENT, taken);
    const silent = openTicket(world, 'IT', 'Something else entirely');
    await reply(BOT, silent);
    await move(BOT, silent, 'Waiting for customer');
    await move(RULE, silent, 'Resolved');
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, taken)).toMatchObject({ outcome: 'escalated', rule: 'escalated' });
    expect(tagOf(world, silent)).toMatchObject({ outcome: 'abandoned', rule: 'silent-wait' });
  });

  it('counts a rating that the desk tells in no event', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(HOUR);
    world.site.giveFeedback({ by: CUSTOMER, issue, rating: 1 });
    await world.live.jumpMs(3 * HOUR);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'ambiguous', rule: 'rejected-by-rating' });
  });

  it('never counts an unknown actor for the AI', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    world.site.addUser({ accountId: 'gone', accountType: 'atlassian', displayName: 'Gone' });
    world.site.addProject({
      key: 'TMP',
      name: 'Temporary',
      requestTypes: [],
      agents: ['gone'],
      admins: ['gone'],
      customers: [],
    });
    world.site.addSiteAdmin('gone');
    await move('gone', issue, 'Resolved');
    world.site.removeUser('gone');
    await world.live.jumpMs(2 * HOUR);
    const { episodes, steps } = await verdictOf(issue);
    expect(episodes).toMatchObject([{ outcome: 'escalated', reason: 'human-took-over' }]);
    expect(steps.at(-1)).toMatchObject({ who: 'unknown', what: 'resolved' });
  });

  it('leaves no trace in any number once the desk deletes it, and a late event does not bring it back', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(2 * HOUR);
    expect((await cardOf()).score.tickets).toBe(1);
    world.site.addComment({ by: CUSTOMER, issue, body: 'late', isPublic: true });
    world.site.deleteIssue({ by: 'project-admin', issue });
    await world.live.jumpMs(3 * HOUR);
    expect((await cardOf()).score).toMatchObject({ tickets: 0, episodes: 0 });
    expect(world.complaints).toEqual([]);
  });

  it('loses what a deleted comment had said', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    const { id } = await reply(AGENT, issue);
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'escalated' });
    world.site.deleteComment({ by: AGENT, issue, commentId: id });
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'open' });
  });

  it('keeps an internal note from counting as an answer', async () => {
    const issue = openTicket(world);
    await reply(BOT, issue);
    await reply(AGENT, issue, false);
    await move(BOT, issue, 'Resolved');
    await world.live.jumpMs(5 * MINUTE);
    const { episodes } = await verdictOf(issue);
    expect(episodes).toMatchObject([{ outcome: 'pending', firstContact: false }]);
  });
});
