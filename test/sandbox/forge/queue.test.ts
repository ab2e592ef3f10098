import { createChance } from '../../../sandbox/demo/chance';

import { buildFixtureApp, START_MS, startFixture, type FixtureHost } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

interface Seen {
  readonly event: {
    readonly body: { readonly name: string };
    readonly queueName: string;
    readonly jobId: string;
    readonly eventId: string;
    readonly retryContext?: Readonly<Record<string, unknown>>;
  };
  readonly at: number;
}
interface Pushed {
  readonly jobId: string;
}

const HOUR_MS = 3_600_000;

describe('a queue', () => {
  let fixture: FixtureHost;
  const push = (events: readonly object[], queue = 'work') =>
    fixture.ask<Pushed>('push', { queue, events });
  const stats = async (jobId: string) =>
    (await fixture.ask('stats', { queue: 'work', jobId })).value;
  const seen = () => fixture.logged('work') as readonly Seen[];
  const secondsOf = (name: string) =>
    seen()
      .filter(({ event }) => event.body.name === name)
      .map(({ at }) => (at - START_MS) / 1_000);

  beforeEach(async () => {
    fixture = await startFixture(app.file);
  });
  afterEach(() => fixture.host.close());

  it('calls the consumer with the event, after its delay', async () => {
    const { value } = await push([
      { body: { name: 'later' }, delayInSeconds: 900 },
      { body: { name: 'now' } },
    ]);
    expect(seen()).toEqual([]);
    expect(await stats(String(value?.jobId))).toEqual({ success: 0, inProgress: 2, failed: 0 });
    await fixture.host.runUntil(START_MS + 899_999);
    expect(seen()).toEqual([
      {
        event: {
          body: { name: 'now' },
          queueName: 'work',
          jobId: value?.jobId,
          eventId: 'event-2',
        },
        at: START_MS,
      },
    ]);
    expect(await stats(String(value?.jobId))).toEqual({ success: 1, inProgress: 1, failed: 0 });
    await fixture.host.runUntil(START_MS + 900_000);
    expect(secondsOf('later')).toEqual([900]);
    expect(await stats(String(value?.jobId))).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });

  it('tries again after a failure, with growing pauses', async () => {
    const { value } = await push([{ body: { name: 'bad', failures: 4 } }]);
    await fixture.host.runUntil(START_MS + HOUR_MS);
    expect(secondsOf('bad')).toEqual([0, 1, 3, 7, 15]);
    expect(seen().at(-1)?.event.retryContext).toEqual({
      retryCount: 4,
      retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
      retryData: null,
      retentionWindow: {
        startTime: '2026-03-02T09:00:00.000Z',
        remainingTimeMs: 24 * HOUR_MS - 15_000,
      },
    });
    expect(await stats(String(value?.jobId))).toEqual({ success: 1, inProgress: 0, failed: 0 });
    expect(fixture.host.meter.snapshot().functions['consume']).toMatchObject({
      invocations: 5,
      failures: 4,
    });
  });

  it('gives up after 24 hours, at most 15 minutes apart', async () => {
    const { value } = await push([{ body: { name: 'hopeless', failures: 10_000 } }]);
    await fixture.host.runUntil(START_MS + 30 * HOUR_MS);
    const seconds = secondsOf('hopeless');
    const pauses = seconds.slice(1).map((at, i) => at - (seconds[i] ?? 0));
    expect(Math.max(...pauses)).toBe(900);
    expect(seconds.at(-1)).toBeGreaterThan(23.7 * 3_600);
    expect(seconds.at(-1)).toBeLessThanOrEqual(24 * 3_600);
    expect(await stats(String(value?.jobId))).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect(fixture.log.at(-1)?.text).toContain('dropped after 24 hours');
  });

  it('comes again when the consumer asks for it', async () => {
    await push([{ body: { name: 'asks', retries: 2 } }]);
    await fixture.host.runUntil(START_MS + HOUR_MS);
    expect(secondsOf('asks')).toEqual([0, 30, 60]);
    expect(seen().at(-1)?.event.retryContext).toMatchObject({ retryCount: 2, retryReason: 'WAIT' });
    expect(fixture.host.meter.snapshot().functions['consume']).toMatchObject({ failures: 0 });
  });

  it('tries again when the consumer takes too long', async () => {
    await push([{ body: { name: 'slow', sleepMs: 1_100 } }]);
    await fixture.host.runUntil(START_MS + 10_000);
    expect(secondsOf('slow')).toEqual([0, 1]);
    expect(seen().at(-1)?.event.retryContext).toMatchObject({ retryReason: 'FUNCTION_TIME_OUT' });
  });

  it('delivers some events twice, in no order, and counts them once', async () => {
    const shuffled = await startFixture(app.file, {
      chance: createChance(3),
      delivery: { duplicateShare: 0.3, queueLagMs: 2_000 },
    });
    const events = Array.from({ length: 40 }, (_, i) => ({ body: { name: `e${i}` } }));
    const { value } = await shuffled.ask<Pushed>('push', { queue: 'work', events });
    await shuffled.host.runUntil(START_MS + 2_000);
    const names = (shuffled.logged('work') as readonly Seen[]).map(({ event }) => event.body.name);
    expect(new Set(names).size).toBe(40);
    expect(names.length).toBeGreaterThan(44);
    expect([...new Set(names)]).not.toEqual(events.map(({ body }) => body.name));
    expect((await shuffled.ask('stats', { queue: 'work', jobId: value?.jobId })).value).toEqual({
      success: 40,
      inProgress: 0,
      failed: 0,
    });
    await shuffled.host.close();
  });

  it('forgets what is cancelled', async () => {
    const { value } = await push([{ body: { name: 'never' }, delayInSeconds: 10 }]);
    expect(await fixture.ask('cancel', { queue: 'work', jobId: value?.jobId })).toEqual({});
    await fixture.host.runUntil(START_MS + 60_000);
    expect(seen()).toEqual([]);
    const unknown = await fixture.ask('cancel', { queue: 'work', jobId: 'none' });
    expect(unknown.error?.message).toContain('none');
  });

  it('lets a consumer push more work', async () => {
    await push([{ body: { name: 'parent', pushes: true } }]);
    await fixture.host.drain();
    expect(seen().map(({ event }) => event.body.name)).toEqual(['parent', 'child']);
  });

  it('refuses what is too much', async () => {
    const body = { name: 'x' };
    const ballast = (kilobytes: number) => ({
      body: { name: 'x', ballast: 'x'.repeat(kilobytes * 1_024) },
    });
    const messageOf = async (events: readonly object[], queue?: string) =>
      (await push(events, queue)).error?.message;

    expect(await messageOf(Array.from({ length: 51 }, () => ({ body })))).toContain('50');
    expect(await messageOf([ballast(200)])).toContain('200');
    expect(await messageOf([ballast(110)], 'long')).toContain('100 KB');
    expect(await messageOf([ballast(110)], 'work')).toBeUndefined();
    expect(await messageOf([{ body, delayInSeconds: 901 }])).toContain('900');
    expect(await messageOf([{ body }], 'nowhere')).toContain("No consumer has the queue 'nowhere'");
  });

  it('takes 500 events a minute', async () => {
    const events = Array.from({ length: 50 }, () => ({ body: { name: 'many' } }));
    for (let i = 0; i < 10; i += 1) expect((await push(events)).error).toBeUndefined();
    expect((await push(events)).error).toMatchObject({
      message: 'Too many requests.',
    });
    await fixture.host.runUntil(START_MS + 60_000);
    expect((await push(events)).error).toBeUndefined();
    expect(fixture.host.meter.lastInvocation()).toMatchObject({ queueEvents: 50 });
  });
});
