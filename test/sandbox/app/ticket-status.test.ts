import { createTicketStatusHandler } from '../../../src/entrypoints/ticket-status';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  installed,
  MINUTE,
  openTicket,
  OTHER_AGENT,
  OUTSIDER,
  PROJECT_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { deskDeps } from '../../support/desk-deps';
import { openStore } from '../../support/forge-sql';
import { ticketIdOf } from '../../support/stored';
import { viewerAccess } from '../../support/viewer-access';

describe('what a collapsed ticket panel says', () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
  });
  afterAll(() => world.live.stop());

  const NOT_SCORED = {
    status: { type: 'lozenge', value: { label: 'Not scored', type: 'default' } },
  };
  const ask = (key: string, accountId: string) => {
    const { store, statements } = openStore(world.host.database);
    const deps = {
      ...deskDeps({ store, site: world.site, nowMs: world.clock.now(), actors: [] }),
      access: viewerAccess(world.site, accountId),
    };
    const id = ticketIdOf(world, key).replace('jira:', '');
    const payload = {
      cloudId: 'c',
      extension: { issue: { id, key }, project: { id: '1', key: 'IT', type: 'service_desk' } },
    };
    return createTicketStatusHandler(deps)(payload).then((told) => ({
      told,
      statements: statements(),
    }));
  };

  it('is the latest outcome, in one statement, to those who may see the ticket', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: AGENT, issue, body: 'a', isPublic: true });
    await world.live.jumpMs(5 * MINUTE);
    const escalated = {
      status: { type: 'lozenge', value: { label: 'Escalated', type: 'inprogress' } },
    };
    for (const accountId of [AGENT, PROJECT_ADMIN]) {
      expect(await ask(issue, accountId)).toEqual({ told: escalated, statements: 1 });
    }
    for (const accountId of [OTHER_AGENT, OUTSIDER, CUSTOMER]) {
      expect(await ask(issue, accountId)).toEqual({ told: NOT_SCORED, statements: 0 });
    }
  });

  it('is what the rules make of each ticket, in its colour', async () => {
    const open = openTicket(world, 'IT', 'One');
    const pending = openTicket(world, 'IT', 'Two');
    const human = openTicket(world, 'IT', 'Three');
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue: pending, body: 'a', isPublic: true });
    world.site.transition({ by: AGENT, issue: human, to: 'Resolved' });
    await world.live.jumpMs(MINUTE);
    world.site.transition({ by: BOT, issue: pending, to: 'Resolved' });
    await world.live.jumpMs(5 * MINUTE);
    const told = await Promise.all([open, pending, human].map((key) => ask(key, AGENT)));
    expect(told.map((each) => each.told.status.value)).toEqual([
      { label: 'Open', type: 'new' },
      { label: 'AI-resolved (pending)', type: 'success' },
      { label: 'Human-resolved', type: 'default' },
    ]);
  });

  it('is "Not scored" for a ticket nobody has told of yet, and for a payload that is none', async () => {
    const fresh = openTicket(world, 'IT', 'Fresh');
    expect((await ask(fresh, AGENT)).told).toEqual(NOT_SCORED);
    const { store } = openStore(world.host.database);
    const deps = deskDeps({ store, site: world.site, nowMs: 0, actors: [] });
    const handler = createTicketStatusHandler(deps);
    expect(await handler({ extension: { issue: { id: '1/../2' } } })).toEqual(NOT_SCORED);
    expect(await handler(null)).toEqual(NOT_SCORED);
  });
});
