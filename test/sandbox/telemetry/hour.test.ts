import { askApp } from '../../../sandbox/ask-app';
import { ingestTelemetry } from '../../../src/usecases/ingest-telemetry';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { deskDeps } from '../../support/desk-deps';
import { storeOf } from '../../support/stored';
import { batchOf, otlpBody, otlpSpan } from '../../support/telemetry-body';

describe('what a batch left undone', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld({ delivery: { duplicateShare: 0 } }));
  });
  afterEach(() => world.live.stop());

  /** Takes in a run that ends now; the jobs that it pushes are lost. */
  const tell = async (ticket: string): Promise<void> => {
    const now = world.clock.now();
    const store = storeOf(world);
    const root = otlpSpan(
      { 'firstline.ticket.key': ticket, 'firstline.confidence': 0.9 },
      { startTimeUnixNano: `${now - 9_000}000000`, endTimeUnixNano: `${now}000000` },
    );
    const deps = deskDeps({ store, site: world.site, nowMs: now, actors: [] });
    const sender = { agentId: BOT, traceUrlTemplate: null };
    await ingestTelemetry(deps, sender, batchOf(otlpBody([root])));
  };
  const confidenceOf = async (issue: string): Promise<unknown> =>
    (await askApp(world.host, 'readTicketVerdict', { issue }, AGENT)).episodes[0]?.confidence;

  it('is settled and tagged by the hour when the job is lost', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(6 * MINUTE);
    await tell(issue);
    expect(await storeOf(world).listUnsettledTickets('jira:10000', 9)).toHaveLength(1);
    await world.live.jumpMs(HOUR);
    expect(await confidenceOf(issue)).toBe(0.9);
    expect(tagOf(world, issue)).toMatchObject({ confidence: 0.9 });
    expect(world.complaints).toEqual([]);
  });

  it('is joined by the hour to a ticket that the desk told of in another way', async () => {
    await tell('IT-1');
    const createdMs = world.clock.now();
    world.site.importIssue({
      project: 'IT',
      requestType: 'VPN',
      issueType: 'Service Request',
      priority: null,
      reporter: 'customer-1',
      summary: 'VPN',
      createdMs,
      resolutionDateMs: null,
      status: 'Waiting for support',
      resolution: null,
      comments: [],
      histories: [],
      updatedMs: createdMs,
    });
    await world.live.jumpMs(3 * HOUR);
    expect(await storeOf(world).countUnmatchedRuns()).toEqual([]);
    expect(await confidenceOf('IT-1')).toBe(0.9);
  });

  it('is joined within moments to a ticket whose event comes later', async () => {
    await tell('IT-1');
    expect(openTicket(world)).toBe('IT-1');
    await world.live.jumpMs(5 * MINUTE);
    expect(await confidenceOf('IT-1')).toBe(0.9);
    expect(tagOf(world, 'IT-1')).toMatchObject({ confidence: 0.9 });
  });
});
