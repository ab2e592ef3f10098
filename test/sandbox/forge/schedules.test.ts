import { createChance } from '../../../sandbox/demo/chance';
import { parseManifest } from '../../../sandbox/forge/manifest';

import { buildFixtureApp, START_MS, startFixture } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

interface Seen {
  readonly event: { readonly context: { readonly moduleKey: string } };
  readonly at: number;
}
const MINUTE_MS = 60_000;

describe('schedules', () => {
  it('start some five minutes after the installation, and keep their interval', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.runUntil(START_MS + 10 * MINUTE_MS);
    expect(fixture.logged('schedule')).toEqual([]);
    const installedAtMs = START_MS + 10 * MINUTE_MS;
    await fixture.host.install();
    await fixture.host.runUntil(installedAtMs + 130 * MINUTE_MS);

    const runsOf = (key: string) =>
      (fixture.logged('schedule') as readonly Seen[])
        .filter(({ event }) => event.context.moduleKey === key)
        .map(({ at }) => at);
    const hourly = runsOf('hourly-trigger');
    expect(hourly).toHaveLength(3);
    expect(hourly[0]).toBeGreaterThanOrEqual(installedAtMs + 5 * MINUTE_MS);
    expect(hourly[0]).toBeLessThan(installedAtMs + 6 * MINUTE_MS);
    expect((hourly[2] ?? 0) - (hourly[1] ?? 0)).toBe(60 * MINUTE_MS);
    expect(runsOf('often-trigger')).toHaveLength(25);
    expect(fixture.clock.now()).toBe(installedAtMs + 130 * MINUTE_MS);
    await fixture.host.close();
  });

  it('run when they are fired, and name what is missing', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.fireSchedule('hourly-trigger');
    expect(fixture.logged('schedule') as readonly Seen[]).toMatchObject([
      { event: { context: { moduleKey: 'hourly-trigger' } }, at: START_MS },
    ]);
    await expect(fixture.host.fireSchedule('daily')).rejects.toThrow("no scheduledTrigger 'daily'");
    await fixture.host.close();
  });

  it('run twice now and then', async () => {
    const fixture = await startFixture(app.file, {
      chance: createChance(2),
      delivery: { duplicateShare: 0.5 },
    });
    await fixture.host.install();
    await fixture.host.runUntil(START_MS + 24 * 60 * MINUTE_MS);
    const runs = fixture.logged('schedule').length;
    // 287 runs every five minutes and 24 every hour are due.
    expect(runs).toBeGreaterThan(311 * 1.3);
    expect(runs).toBeLessThan(311 * 1.7);
    await fixture.host.close();
  });

  it('go one delivery at a time', async () => {
    const fixture = await startFixture(app.file);
    expect(await fixture.host.runNext()).toBe(false);
    await fixture.host.install();
    expect(fixture.host.pendingCount()).toBe(2);
    const dueMs = fixture.host.nextDueMs();
    expect(await fixture.host.runNext()).toBe(true);
    expect(fixture.clock.now()).toBe(dueMs);
    expect(fixture.logged('schedule')).toHaveLength(1);
    await fixture.host.close();
  });

  it('are at most five, one of them every five minutes', async () => {
    const manifest = parseManifest({
      app: { id: 'app', runtime: { name: 'nodejs22.x' } },
      modules: {
        function: [{ key: 'f', handler: 'index.onSchedule' }],
        scheduledTrigger: ['a', 'b'].map((key) => ({ key, function: 'f', interval: 'fiveMinute' })),
      },
    });
    await expect(startFixture(app.file, { manifest })).rejects.toThrow(
      'at most 5 and 1 are allowed',
    );
  });
});
