import { askApp } from '../../../sandbox/ask-app';
import type { Usage } from '../../../sandbox/forge/usage';
import {
  anAppWorld,
  BOT,
  installed,
  MINUTE,
  openTicket,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { otlpBody, otlpSpan } from '../../support/telemetry-body';

const SPANS = 500;

const statementsOf = ({ sqlSelects, sqlWrites, sqlDdl }: Usage): number =>
  sqlSelects + sqlWrites + sqlDdl;

describe('a batch of 500 spans at the endpoint, by the meter of the platform', () => {
  let world: AppWorld;
  let token: string | null;
  beforeAll(async () => {
    world = await installed(await anAppWorld({ delivery: { duplicateShare: 0 } }));
    const credential = { agentId: BOT, label: 'Atlas', traceUrlTemplate: null };
    ({ token } = await askApp(world.host, 'createCredential', credential, SITE_ADMIN));
  });
  afterAll(() => world.live.stop());

  /** Runs of ten spans, in turn about the tickets. */
  const bodyOf = (tickets: readonly string[], endMs: number): string =>
    JSON.stringify(
      otlpBody(
        Array.from({ length: SPANS }, (_, i) => {
          const run = Math.floor(i / 10);
          const ids = {
            traceId: (endMs + run).toString(16).padStart(32, '0'),
            spanId: (i + 1).toString(16).padStart(16, '0'),
            startTimeUnixNano: `${endMs - 60_000}000000`,
            endTimeUnixNano: `${endMs + run}000000`,
          };
          const root = {
            'firstline.ticket.key': tickets[run % tickets.length] ?? 'IT-999',
            'firstline.confidence': 0.9,
          };
          if (i % 10 === 0) return otlpSpan(root, ids);
          const parentSpanId = (run * 10 + 1).toString(16).padStart(16, '0');
          return otlpSpan({}, { ...ids, parentSpanId });
        }),
      ),
    );
  const send = async (tickets: readonly string[]): Promise<Usage> => {
    const reply = await world.host.invokeWebTrigger({
      moduleKey: 'telemetry',
      method: 'POST',
      headers: { 'Content-Type': ['application/json'], Authorization: [`Bearer ${token ?? ''}`] },
      body: bodyOf(tickets, world.clock.now()),
    });
    expect(reply.statusCode).toBe(200);
    const used = world.host.meter.lastInvocation();
    if (used === null) throw new Error('Nothing was invoked');
    return used;
  };

  const settlingCost = async (): Promise<number> => {
    const { usage } = await askApp(world.host, 'readAdministration', {}, SITE_ADMIN);
    return usage.find(({ work }) => work === 'settle-tickets')?.sqlStatements ?? 0;
  };

  it.each([
    [0, 3, 0],
    [1, 7, 13],
    [50, 7, 58],
  ])(
    'about %i tickets is %i statements, and no request to Jira',
    async (count, statements, settling) => {
      const tickets = Array.from({ length: count }, () => openTicket(world));
      await world.live.jumpMs(6 * MINUTE);
      const used = await send(tickets);
      expect(statementsOf(used)).toBe(statements);
      expect(used.rest).toEqual({});

      // What follows is a job of its own: some statements for all, and one for each ticket.
      const before = await settlingCost();
      await world.live.jumpMs(3 * MINUTE);
      expect((await settlingCost()) - before).toBeLessThanOrEqual(settling);
      if (count === 1) expect(tagOf(world, tickets[0] ?? '')).toMatchObject({ confidence: 0.9 });
      expect(world.complaints).toEqual([]);
    },
  );
});
