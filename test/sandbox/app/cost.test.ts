import { restTotals, type Usage } from '../../../sandbox/forge/usage';
import { askApp } from '../../../sandbox/ask-app';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  installed,
  MINUTE,
  MONDAY,
  openTicket,
  type AppWorld,
} from '../../support/app-world';
import { statementsOfLastCall } from '../../support/last-call';

const statementsOf = ({ sqlSelects, sqlWrites, sqlDdl }: Usage): number =>
  sqlSelects + sqlWrites + sqlDdl;
const readsOf = ({ rest }: Usage): readonly string[] =>
  Object.keys(rest).filter((endpoint) => !/^PUT |app\/field\/value|properties/.test(endpoint));

describe('what an event costs', () => {
  let world: AppWorld;
  beforeEach(async () => {
    // No duplicates: every act is one invocation, whose figures are then those of one event.
    world = await installed(await anAppWorld({ delivery: { duplicateShare: 0 } }));
  });
  afterEach(() => world.live.stop());

  /** The figures of the event that the act causes. */
  const costOf = async (act: () => unknown): Promise<Usage> => {
    const before = world.host.meter.snapshot();
    act();
    await world.live.jumpMs(4 * MINUTE);
    const used = world.host.meter.since(before).functions['ticket-event'];
    if (used === undefined) throw new Error('No event came');
    return used;
  };

  it('is no REST read, two writes and six statements at most, once accounts are known', async () => {
    const known = openTicket(world);
    world.site.addComment({ by: BOT, issue: known, body: 'a', isPublic: true });
    world.site.addComment({ by: AGENT, issue: known, body: 'a', isPublic: true });
    await world.live.jumpMs(4 * MINUTE);

    let issue = '';
    const costs = [
      await costOf(() => (issue = openTicket(world, 'IT', 'A new matter'))),
      await costOf(() => world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true })),
      await costOf(() => world.site.transition({ by: BOT, issue, to: 'Resolved' })),
      await costOf(() => world.site.addComment({ by: CUSTOMER, issue, body: 'a', isPublic: true })),
      await costOf(() => world.site.transition({ by: CUSTOMER, issue, to: 'Waiting for support' })),
      await costOf(() => world.site.addComment({ by: AGENT, issue, body: 'a', isPublic: false })),
      await costOf(() => world.site.transition({ by: AGENT, issue, to: 'Resolved' })),
      await costOf(() => world.site.deleteIssue({ by: 'project-admin', issue })),
    ];
    for (const cost of costs) {
      expect(readsOf(cost)).toEqual([]);
      expect(restTotals(cost).requests).toBeLessThanOrEqual(2);
      expect(statementsOf(cost)).toBeLessThanOrEqual(6);
      expect(cost.invocations).toBe(1);
      expect(cost.failures).toBe(0);
    }
    // A note that changes no outcome is two statements and no request.
    expect(costs.map((cost) => restTotals(cost).requests)).toEqual([2, 2, 2, 0, 2, 0, 2, 0]);
    expect(world.complaints).toEqual([]);
  });

  it('is two updates for an assignment, which Jira tells twice, and one change', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(4 * MINUTE);
    const cost = await costOf(() => world.site.assign({ by: AGENT, issue, assignee: AGENT }));
    expect(cost.invocations).toBe(2);
    const { steps } = await askApp(world.host, 'readTicketVerdict', { issue }, AGENT);
    expect(steps.filter(({ what }) => what === 'assigned')).toHaveLength(1);
  });
});

describe('what a backfill costs', () => {
  const TICKETS = 10_000;
  const CUSTOMERS = 1_000;

  it('is 2.2 points a ticket and a request a 45 tickets, at most', async () => {
    const world = await anAppWorld();
    const { site } = world;
    for (let i = 0; i < CUSTOMERS; i += 1) {
      site.addUser({ accountId: `c-${i}`, accountType: 'customer', displayName: `Customer ${i}` });
    }
    for (let i = 0; i < TICKETS; i += 1) {
      const createdMs = MONDAY - (TICKETS - i) * MINUTE;
      const at = (seconds: number): number => createdMs + seconds * 1_000;
      site.importIssue({
        project: 'IT',
        requestType: 'VPN',
        issueType: 'Service Request',
        priority: 'Medium',
        reporter: `c-${i % CUSTOMERS}`,
        summary: `Matter ${i}`,
        createdMs,
        resolutionDateMs: at(40),
        status: 'Resolved',
        resolution: 'Done',
        // Some threads are longer than what a search carries.
        comments: Array.from({ length: i % 250 === 0 ? 25 : 2 }, (_, n) => ({
          atMs: at(n),
          authorAccountId: BOT,
          isPublic: true,
        })),
        histories: [
          {
            atMs: at(40),
            authorAccountId: BOT,
            items: [
              { field: 'resolution', toString: 'Done' },
              { field: 'status', from: '10001', to: '5', toString: 'Resolved' },
            ],
          },
        ],
        updatedMs: at(40),
      });
    }
    await world.host.install();
    for (let i = 0; i < 30; i += 1) {
      await world.live.jumpMs(MINUTE);
      const card = await askApp(
        world.host,
        'readDeskScorecard',
        { project: 'IT', periodDays: 30 },
        AGENT,
      );
      if (card.backfill.status === 'done') break;
    }
    const rest: Usage['rest'] = world.host.meter.snapshot().functions['jobs']?.rest ?? {};
    const reads = Object.entries(rest).filter(
      ([endpoint]) => !/properties|app\/field/.test(endpoint),
    );
    const points = reads.reduce((sum, [, used]) => sum + used.points, 0);
    const requests = reads.reduce((sum, [, used]) => sum + used.requests, 0);
    const writes = restTotals({ rest } as Usage).requests - requests;
    process.stdout.write(
      `backfill of ${TICKETS} tickets: ${(points / TICKETS).toFixed(3)} points a ticket, ${(TICKETS / requests).toFixed(1)} tickets a request; tags: ${writes} requests\n`,
    );
    expect(points / TICKETS).toBeLessThanOrEqual(2.2);
    expect(TICKETS / requests).toBeGreaterThanOrEqual(45);
    const card = await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT);
    expect(card.score.tickets).toBe(TICKETS);
    await askApp(world.host, 'readDeskScorecard', { project: 'IT', periodDays: 90 }, AGENT);
    expect(world.host.meter.lastInvocation()?.functionKey).toBe('resolver');
    expect(statementsOfLastCall(world)).toBeLessThanOrEqual(2);
    await world.live.stop();
  }, 120_000);
});
