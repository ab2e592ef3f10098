import { createChance } from '../../../sandbox/demo/chance';
import { parseManifest } from '../../../sandbox/forge/manifest';

import { buildFixtureApp, fixtureManifest, START_MS, startFixture } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

interface Seen {
  readonly event: Readonly<Record<string, unknown>> & {
    readonly issue: { readonly key: string };
    readonly retryContext?: { readonly retryCount: number };
  };
  readonly context: unknown;
  readonly at: number;
}

const issue = (key: string, fields: object = {}) => ({
  issue: { key, fields: { project: { projectTypeKey: 'service_desk' }, ...fields } },
});

describe('product events', () => {
  it('reach the trigger with what the platform adds', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.install();
    fixture.product.tell('avi:jira:updated:issue', { ...issue('IT-1'), timestamp: START_MS - 5 });
    expect(fixture.logged('issue') as readonly Seen[]).toEqual([]);
    await fixture.host.drain();

    expect(fixture.logged('issue') as readonly Seen[]).toEqual([
      {
        event: {
          ...issue('IT-1'),
          eventType: 'avi:jira:updated:issue',
          selfGenerated: false,
          timestamp: String(START_MS - 5),
          contextToken: expect.any(String) as string,
        },
        context: { installContext: 'ari:cloud:jira::site/sandbox-cloud-id' },
        at: START_MS,
      },
    ]);
    await fixture.host.close();
  });

  it('tell the app that it was installed, and nothing before', async () => {
    const fixture = await startFixture(app.file);
    fixture.product.tell('avi:jira:updated:issue', issue('IT-1'));
    await fixture.host.install();
    await fixture.host.drain();
    expect(fixture.log.map(({ text }) => text)).toEqual(['life avi:forge:installed:app']);
    await fixture.host.close();
    fixture.product.tell('avi:jira:updated:issue', issue('IT-1'));
    expect(fixture.host.nextDueMs()).toBe(START_MS + 5 * 60_000 + 7_705);
  });

  it('pass the filter, or not', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.install();
    const { product } = fixture;
    product.tell('avi:jira:updated:issue', issue('IT-1'), true);
    product.tell(
      'avi:jira:updated:issue',
      issue('SW-1', { project: { projectTypeKey: 'software' } }),
    );
    product.tell('avi:jira:deleted:issue', issue('IT-2'));
    product.tell('avi:jira:created:issue', issue('IT-3'));
    await fixture.host.drain();
    expect(
      (fixture.logged('issue') as readonly Seen[]).map(({ event }) => event.issue.key),
    ).toEqual(['IT-3']);
    await fixture.host.close();
  });

  it('come up to three minutes late, some twice, the same for the same seed', async () => {
    const arrivals = async (seed: number) => {
      const fixture = await startFixture(app.file, {
        chance: createChance(seed),
        delivery: { duplicateShare: 0.2 },
      });
      await fixture.host.install();
      for (let i = 0; i < 200; i += 1) {
        fixture.product.tell('avi:jira:created:issue', issue(`IT-${i}`));
      }
      await fixture.host.runUntil(START_MS + 180_000);
      const seen = (fixture.logged('issue') as readonly Seen[]).map(
        ({ event, at }) => [event.issue.key, at] as const,
      );
      expect(fixture.clock.now()).toBe(START_MS + 180_000);
      await fixture.host.close();
      return seen;
    };
    const seen = await arrivals(5);
    const lags = seen.map(([, at]) => at - START_MS);
    expect(new Set(seen.map(([key]) => key)).size).toBe(200);
    expect(seen.length).toBeGreaterThan(220);
    expect(seen.length).toBeLessThan(260);
    expect(Math.max(...lags)).toBeGreaterThan(60_000);
    expect(lags).toEqual([...lags].sort((a, b) => a - b));
    expect(seen.map(([key]) => key)).not.toEqual([...seen].map(([key]) => key).sort());
    expect(await arrivals(5)).toEqual(seen);
    expect(await arrivals(6)).not.toEqual(seen);
  });

  it('come again when the app asks for it, at most four times', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.install();
    fixture.product.tell('avi:jira:created:issue', issue('IT-1', { retries: 2 }));
    fixture.product.tell('avi:jira:created:issue', issue('IT-2', { retries: 9 }));
    await fixture.host.runUntil(START_MS + 299_000);
    const seen = fixture.logged('issue') as readonly Seen[];
    const times = (key: string) =>
      seen.filter(({ event }) => event.issue.key === key).map(({ at }) => (at - START_MS) / 1_000);
    expect(times('IT-1')).toEqual([0, 60, 120]);
    expect(times('IT-2')).toEqual([0, 60, 120, 180, 240]);
    expect(seen.at(-1)?.event.retryContext).toEqual({
      retryCount: 4,
      retryReason: 'LATER',
      retryData: { a: 1 },
    });
    await fixture.host.close();
  });

  it('are not sent again when the trigger throws', async () => {
    const fixture = await startFixture(app.file);
    await fixture.host.install();
    fixture.product.tell('avi:jira:created:issue', issue('IT-1', { breaks: true }));
    await fixture.host.runUntil(START_MS + 299_000);
    expect(fixture.logged('issue') as readonly Seen[]).toHaveLength(1);
    expect(fixture.host.meter.snapshot().functions['onIssue']).toMatchObject({
      invocations: 1,
      failures: 1,
    });
    await fixture.host.close();
  });

  it.each([
    ['RECEIVE_AND_LOG', 1, 1],
    ['RECEIVE', 1, 0],
    ['IGNORE_AND_LOG', 0, 1],
    ['IGNORE', 0, 0],
    [undefined, 0, 1],
  ] as const)(
    'with onError %s are received %i times and logged %i times when the filter fails',
    async (onError, received, logged) => {
      const manifest = await fixtureManifest();
      const [trigger] = manifest.modules.trigger;
      const filter = { expression: "event.issue.fields.nothing == 'x'", onError };
      const events = ['avi:jira:created:issue'];
      const modules = { ...manifest.modules, trigger: [{ ...trigger, events, filter }] };
      const fixture = await startFixture(app.file, {
        manifest: parseManifest({ ...manifest, modules }),
      });
      await fixture.host.install();
      fixture.product.tell('avi:jira:created:issue', issue('IT-1'));
      await fixture.host.drain();
      expect(fixture.logged('issue')).toHaveLength(received);
      const warnings = fixture.log.filter(({ text }) => text.includes("no property 'nothing'"));
      expect(warnings).toHaveLength(logged);
      await fixture.host.close();
    },
  );

  it('are filtered one by one where the trigger says so', async () => {
    const manifest = await fixtureManifest();
    const [trigger] = manifest.modules.trigger;
    const events = [
      'avi:jira:created:issue',
      { eventType: 'avi:jira:updated:issue', filter: { expression: 'event.issue.key == "IT-2"' } },
    ];
    const modules = { ...manifest.modules, trigger: [{ ...trigger, events }] };
    const fixture = await startFixture(app.file, {
      manifest: parseManifest({ ...manifest, modules }),
    });
    await fixture.host.install();
    for (const key of ['IT-1', 'IT-2']) {
      fixture.product.tell('avi:jira:updated:issue', issue(key));
      fixture.product.tell('avi:jira:created:issue', issue(key));
    }
    await fixture.host.drain();
    expect(
      (fixture.logged('issue') as readonly Seen[]).map(
        ({ event }) => `${String(event['eventType'])} ${event.issue.key}`,
      ),
    ).toEqual([
      'avi:jira:created:issue IT-1',
      'avi:jira:updated:issue IT-2',
      'avi:jira:created:issue IT-2',
    ]);
    await fixture.host.close();
  });
});
