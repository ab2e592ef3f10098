import { AppRefusal, askApp } from '../../../sandbox/ask-app';
import type { ResolverContract } from '../../../src/contract';
import {
  AGENT,
  anAppWorld,
  CUSTOMER,
  installed,
  MINUTE,
  openTicket,
  OTHER_AGENT,
  OUTSIDER,
  PROJECT_ADMIN,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';

const NO = 'not-found-or-not-permitted';
const DAYS = { fromDay: '2026-03-01', toDay: '2026-03-08' };
const EARLIER = { fromDay: '2026-02-01', toDay: '2026-03-01' };

/** Every read of figures, asked of a desk. */
const READS = (project: string) =>
  ({
    readDeskScorecard: { project, periodDays: 7, withAttention: true },
    readDeskTrend: { project, periodDays: 90, by: 'week' },
    readBreakdown: { project, periodDays: 30, dimension: 'request-type' },
    comparePeriods: { project, periods: { earlier: EARLIER, later: DAYS } },
    listTickets: {
      project,
      cohort: 'all',
      period: DAYS,
      segment: null,
      sort: 'openedAt',
      order: 'ascending',
      offset: 0,
      limit: 10,
    },
  }) as const satisfies Partial<{
    [K in keyof ResolverContract]: Parameters<ResolverContract[K]>[0];
  }>;
type Read = keyof ReturnType<typeof READS>;
const NAMES = Object.keys(READS('IT')) as Read[];

describe('who may read the figures of a desk', () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
    openTicket(world);
    await world.live.jumpMs(10 * MINUTE);
  });
  afterAll(() => world.live.stop());

  /** The answer as text, `ok` first, or the kind of refusal. */
  const ask = async (name: Read, project: string, accountId: string): Promise<string> => {
    await world.live.jumpMs(1_000);
    try {
      const answer = await askApp(world.host, name, READS(project)[name], accountId);
      return `ok ${JSON.stringify(answer)}`;
    } catch (error) {
      if (error instanceof AppRefusal) return JSON.stringify(error.error);
      throw error;
    }
  };

  it.each(NAMES)('%s: agents and administrators of the desk', async (name) => {
    for (const accountId of [AGENT, PROJECT_ADMIN, SITE_ADMIN]) {
      expect(await ask(name, 'IT', accountId)).toMatch(/^ok .*"key":"IT"/);
    }
  });

  it.each(NAMES)('%s: nobody else, and nothing is told of why', async (name) => {
    for (const accountId of [OTHER_AGENT, CUSTOMER, OUTSIDER]) {
      const before = world.host.meter.snapshot();
      const refusal = await ask(name, 'IT', accountId);
      expect(refusal).toBe(JSON.stringify({ kind: NO }));
      expect(refusal).toBe(await ask(name, 'NOWHERE', accountId));
      // Refused before anything was read as the app.
      const used = world.host.meter.since(before).functions['resolver'];
      expect((used?.sqlSelects ?? 0) + (used?.kvsReads ?? 0)).toBe(0);
    }
  });

  it('lists the ticket of the desk to those who may see it, and to them alone', async () => {
    expect(await ask('listTickets', 'IT', AGENT)).toContain('"total":1');
    expect(await ask('listTickets', 'HR', OTHER_AGENT)).toContain('"total":0');
  });
});
