import { askApp } from '../../../sandbox/ask-app';
import type { Usage } from '../../../sandbox/forge/usage';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  type AppWorld,
} from '../../support/app-world';

describe('how soon figures follow a change', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld({ delivery: { duplicateShare: 0 } }));
  });
  afterEach(() => world.live.stop());

  const cardOf = () =>
    askApp(world.host, 'readDeskScorecard', { project: 'IT', periodDays: 7 }, AGENT);
  const jobsSince = (before: ReturnType<typeof world.host.meter.snapshot>): Usage => {
    const used = world.host.meter.since(before).functions['jobs'];
    if (used === undefined) throw new Error('No job ran');
    return used;
  };

  /** Lets the hour strike, so that the next one is an hour away. */
  const strike = async (): Promise<void> => {
    const { computedAt } = await cardOf();
    do await world.live.jumpMs(MINUTE);
    while ((await cardOf()).computedAt === computedAt);
  };
  const resolveByBot = async (): Promise<void> => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
    await world.live.jumpMs(1_000);
    world.site.transition({ by: BOT, issue, to: 'Resolved' });
  };

  it('is within minutes, long before the hour strikes', async () => {
    await strike();
    await resolveByBot();
    expect((await cardOf()).score.episodes).toBe(0);
    await world.live.jumpMs(12 * MINUTE);
    expect((await cardOf()).score).toMatchObject({ episodes: 1, outcomes: { pending: 1 } });
    expect(world.complaints).toEqual([]);
  });

  it('costs a busy desk a job in five minutes at most, and a quiet one none', async () => {
    await world.live.jumpMs(2 * HOUR);
    const idle = world.host.meter.snapshot();
    await world.live.jumpMs(HOUR);
    // Two desks, an hour.
    const quiet = jobsSince(idle);
    expect(quiet.invocations).toBe(2);

    const busy = world.host.meter.snapshot();
    for (let minute = 0; minute < 60; minute += 1) {
      openTicket(world, 'IT', `A matter of its own${minute}`);
      await world.live.jumpMs(MINUTE);
    }
    const used = jobsSince(busy);
    const extra = used.invocations - quiet.invocations;
    const statements = used.sqlSelects + used.sqlWrites - quiet.sqlSelects - quiet.sqlWrites;
    process.stdout.write(
      `an event a minute: ${extra} more jobs an hour, ${(statements / extra).toFixed(1)} SQL statements each; idle: ${(quiet.sqlSelects + quiet.sqlWrites) / 2} a desk and hour\n`,
    );
    expect(extra).toBeGreaterThan(5);
    expect(extra).toBeLessThanOrEqual(12);
    expect(statements / extra).toBeLessThanOrEqual(20);
    expect((await cardOf()).score.tickets).toBeGreaterThanOrEqual(54);
  });

  it('lets episodes mature before it counts them: none is mature and pending still', async () => {
    await strike();
    await world.live.jumpMs(8 * MINUTE);
    await resolveByBot();
    // The window ends nine minutes after an hour; what is opened just before has figures computed.
    await world.live.jumpMs(7 * 24 * HOUR - 3 * MINUTE);
    openTicket(world, 'IT', 'Something else entirely');
    const endsAt = world.live.nowMs() + 3 * MINUTE;
    await world.live.jumpMs(15 * MINUTE);
    const { score, computedAt } = await askApp(
      world.host,
      'readDeskScorecard',
      { project: 'IT', periodDays: 30 },
      AGENT,
    );
    expect(Date.parse(computedAt ?? '')).toBeGreaterThan(endsAt);
    expect(score.rates.aiResolution).toMatchObject({ numerator: 1, denominator: 1 });
    expect(score.outcomes).toMatchObject({ 'ai-resolved': 1, pending: 0 });
    expect(world.complaints).toEqual([]);
  });
});
