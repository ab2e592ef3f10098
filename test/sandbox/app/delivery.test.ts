import * as fc from 'fast-check';

import type { JiraSite } from '../../../sandbox/jira/site';
import { ManualClock } from '../../../sandbox/clock';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { epochMs } from '../../../src/domain/time';
import { newDesk } from '../../../src/usecases/new-desk';
import { rebuildRollups } from '../../../src/usecases/rebuild-rollups';
import { recordTicketEvent } from '../../../src/usecases/record-ticket-event';
import { deskDeps } from '../../support/desk-deps';
import { openStore } from '../../support/forge-sql';
import { aSmallDesk } from '../../support/small-desk';

const START = Date.parse('2026-03-02T23:50:00Z');
const NOW = START + 30 * 86_400_000;
const DESK = 'jira:10000';
const BOT = 'bot';
const PEOPLE = ['agent', 'customer', BOT, 'rule'] as const;

type Act =
  | { readonly kind: 'comment'; readonly by: (typeof PEOPLE)[number]; readonly isPublic: boolean }
  | { readonly kind: 'move'; readonly by: (typeof PEOPLE)[number]; readonly to: string }
  | { readonly kind: 'assign'; readonly to: string | null }
  | { readonly kind: 'delete-comment' };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('comment' as const),
    by: fc.constantFrom(...PEOPLE),
    isPublic: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    by: fc.constantFrom(...PEOPLE),
    to: fc.constantFrom(
      'In Progress',
      'Waiting for customer',
      'Resolved',
      'Closed',
      'Waiting for support',
    ),
  }),
  fc.record({ kind: fc.constant('assign' as const), to: fc.constantFrom('agent', null) }),
  fc.record({ kind: fc.constant('delete-comment' as const) }),
);
/** A ticket's life: each act some seconds or hours after the one before. */
const life = fc.array(
  fc.record({
    act,
    afterMs: fc.oneof(fc.integer({ min: 1, max: 90_000 }), fc.integer({ min: 1, max: 40_000_000 })),
  }),
  { minLength: 1, maxLength: 9 },
);
const lag = fc.nat({ max: 179_999 });

interface Told {
  readonly atMs: number;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Plays the life on a desk and gives what Jira told of it, in order. */
function playLife(steps: readonly { readonly act: Act; readonly afterMs: number }[]): {
  readonly site: JiraSite;
  readonly told: readonly Told[];
} {
  const clock = new ManualClock(START);
  const site = aSmallDesk(clock);
  const told: Told[] = [];
  site.onEvent(({ eventType, payload, causedByApp }) => {
    if (!causedByApp) told.push({ atMs: clock.now(), payload: { eventType, ...payload } });
  });
  const { key: issue } = site.createIssue({
    by: 'customer',
    project: 'IT',
    requestType: 'VPN',
    summary: 'VPN drops',
  });
  let lastComment: string | null = null;
  for (const { act: what, afterMs } of steps) {
    clock.advance(afterMs);
    try {
      if (what.kind === 'comment') {
        const isPublic = what.by === 'customer' || what.isPublic;
        lastComment = site.addComment({ by: what.by, issue, body: 'x', isPublic }).id;
      }
      if (what.kind === 'move') site.transition({ by: what.by, issue, to: what.to });
      if (what.kind === 'assign') site.assign({ by: 'agent', issue, assignee: what.to });
      if (what.kind === 'delete-comment' && lastComment !== null) {
        site.deleteComment({ by: 'agent', issue, commentId: lastComment });
        lastComment = null;
      }
    } catch {
      // Not everybody may do everything; what is refused did not happen.
    }
  }
  return { site, told };
}

describe('events of a desk, delivered twice, late, out of order and at once', () => {
  const database = openSqlite();
  const { store, db } = openStore(database);
  beforeAll(() => store.migrate());
  afterAll(() => database.close());

  /** What the store knows after the deliveries; those of one batch are handled at the same time. */
  const knownAfter = async (
    site: JiraSite,
    batches: readonly (readonly Told[])[],
  ): Promise<unknown> => {
    for (const table of [
      'ticket',
      'episode',
      'daily_rollup',
      'marked_day',
      'audit_entry',
      'desk',
    ]) {
      await db.write(`DELETE FROM ${table}`);
    }
    await store.saveDesk(newDesk({ deskId: DESK, key: 'IT', timeZone: 'America/New_York' }));
    const actors = [
      { actorId: BOT, accountId: BOT, kind: 'ai-agent' as const, name: 'Atlas', vendor: null },
    ];
    const deps = deskDeps({ store, site, nowMs: NOW, actors });
    for (const batch of batches) {
      const results = await Promise.all(
        batch.map(({ payload }) => recordTicketEvent(deps, payload)),
      );
      if (results.some(({ ok }) => !ok)) throw new Error(JSON.stringify(results));
    }
    const desk = await store.readDesk(DESK);
    if (desk === null) throw new Error('The desk is gone');
    await rebuildRollups({ store }, desk, epochMs(NOW), { remainingMs: () => 1e9 });
    const days = (await db.select('SELECT DISTINCT day FROM episode')).map(
      ({ day }) => day as never,
    );
    const [ticket] = await store.readTickets(['jira:10000']);
    const query = { deskId: DESK, dimension: 'all' as const, fromDay: null, toDay: null };
    return {
      events: ticket?.events,
      isSettled: ticket?.isSettled,
      tag: ticket?.tagFingerprint,
      episodes: await store.readDayEpisodes(DESK, days),
      rollups: (await store.readRollups(query)).filter(({ tally }) => tally !== EMPTY),
      marked: await store.listMarkedDays(DESK, 9),
    };
  };
  /** A day that everything has left again keeps an empty roll-up in one order and none in another. */
  const EMPTY = JSON.stringify({
    outcomes: {},
    mature: {},
    provisional: {},
    counts: {},
    durations: {},
  });

  it('give the same outcomes and the same roll-ups as in order, in 1,000 lives', async () => {
    await fc.assert(
      fc.asyncProperty(
        life,
        fc.array(fc.tuple(lag, lag), { minLength: 32, maxLength: 32 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, lags, atOnce) => {
          const { site, told } = playLife(steps);
          const inOrder = await knownAfter(
            site,
            told.map((event) => [event]),
          );
          const arrivals = told
            .flatMap((event, i) =>
              (lags[i % lags.length] ?? [0, 0]).map((late) => ({ event, at: event.atMs + late })),
            )
            .sort((a, b) => a.at - b.at)
            .map(({ event }) => event);
          const batches = Array.from({ length: Math.ceil(arrivals.length / atOnce) }, (_, i) =>
            arrivals.slice(i * atOnce, (i + 1) * atOnce),
          );
          expect(await knownAfter(site, batches)).toEqual(inOrder);
        },
      ),
      { seed: 20_264, numRuns: 1_000 },
    );
  }, 240_000);
});
