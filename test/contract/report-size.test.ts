import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { addDays, deskDayOf } from '../../src/domain/kpi/desk-day';
import { TALLY_FORMAT, TallyBuilder, type Tally } from '../../src/domain/kpi/tally';
import { summaryOf } from '../../src/domain/kpi/tally-summary';
import { windowSummaryOf } from '../../src/domain/kpi/window-summary';
import { OUTCOMES } from '../../src/domain/outcome/outcome';
import type { Verdict } from '../../src/domain/outcome/verdict';
import { durationMs, epochMs, HOUR_MS } from '../../src/domain/time';
import type { DeskRow, EpisodeRow, ScoreStore } from '../../src/ports/score-store';
import { listTickets } from '../../src/usecases/list-tickets';
import { NO_BACKFILL, newDesk } from '../../src/usecases/new-desk';
import { readBreakdown } from '../../src/usecases/read-breakdown';
import { readDeskComparison } from '../../src/usecases/read-desk-comparison';
import { readDeskScorecard } from '../../src/usecases/read-desk-scorecard';
import { readDeskTrend } from '../../src/usecases/read-desk-trend';
import { openStore } from '../support/forge-sql';
import { T0 } from '../support/timeline-builder';

const DESK = 'jira:10000';
const KB = 1_024;
const TODAY = deskDayOf(T0, 'UTC');
/** As long as a column takes, three bytes a character. */
const longText = (n: number): string => `${n}`.padEnd(255, '長');

const aVerdict = (n: number): Verdict => ({
  ordinal: 0,
  openedAt: epochMs(T0 - HOUR_MS),
  // Few are like another: as many bins as a tally can have.
  resolvedAt: T0,
  episodeMs: durationMs(Math.round(1.01 ** (n % 2_400))),
  activeMs: durationMs(Math.round(1.01 ** ((n * 7) % 2_400))),
  businessMs: durationMs(Math.round(1.01 ** ((n * 11) % 2_400))),
  machineMs: durationMs(Math.round(1.01 ** ((n * 13) % 2_400))),
  outcome: OUTCOMES[n % OUTCOMES.length] ?? 'open',
  rule: 'closed-by-automation',
  reason: longText(n),
  evidence: 'verified-action',
  firstContact: n % 2 === 0,
  decidedAt: T0,
  maturesAt: epochMs(T0 + (n % 3) - 1),
  aiAgentId: '712020:2b9c1f0e-6a1b-4d57-9a63-0f6f0f5b9c11',
  confidence: 0.123_456_789,
  isTouchedByUnknown: true,
  hasRepeatContact: true,
  rating: 4.5,
});

const tallyOf = (verdicts: number): Tally => {
  const builder = new TallyBuilder(T0);
  for (let n = 0; n < verdicts; n += 1) builder.addVerdict(aVerdict(n));
  return builder.build();
};

interface PlatformFetch {
  __forge_fetch__?: (...args: unknown[]) => Promise<Response>;
}

describe('a year of a large desk', () => {
  const database = openSqlite();
  let store: ScoreStore;
  /** Of the largest answer of the database since it was last looked at. */
  let largestBytes = 0;

  const desk: DeskRow = {
    ...newDesk({ deskId: DESK, key: 'IT', timeZone: 'UTC' }),
    backfill: {
      ...NO_BACKFILL,
      status: 'done',
      finishedAt: T0,
      completeFrom: epochMs(T0 - 400 * 24 * HOUR_MS),
    },
    standing: {
      asOf: T0,
      openTickets: 1,
      openMedianOpenedAt: T0,
      nextMaturesAt: T0,
      tallyFormat: TALLY_FORMAT,
    },
  };
  const deps = () => ({
    store,
    access: {
      canViewDesk: () => Promise.resolve({ ok: true as const, value: { deskId: DESK, key: 'IT' } }),
      readViewableDesks: () =>
        Promise.resolve({ ok: true as const, value: { includes: () => true } }),
    } as never,
    settings: { readRegistry: () => Promise.resolve([]) } as never,
    connections: { read: () => Promise.resolve(null) } as never,
    clock: { now: () => T0 },
  });

  beforeAll(async () => {
    ({ store } = openStore(database));
    const globals = globalThis as PlatformFetch;
    const answer = globals.__forge_fetch__;
    globals.__forge_fetch__ = async (...args) => {
      const response = await answer?.(...args);
      if (response === undefined) throw new Error('There is no platform');
      const text = await response.clone().text();
      largestBytes = Math.max(largestBytes, Buffer.byteLength(text));
      return response;
    };
    await store.migrate();
    await store.saveDesk(desk);
    const tally = tallyOf(5_000);
    const summary = JSON.stringify(summaryOf(tally));
    for (let back = 0; back < 365; back += 1) {
      const day = addDays(TODAY, -back);
      const row = { deskId: DESK, day, dimension: 'all' as const, segment: '' };
      const figures = { definitionVersion: 1, tally: '{}', summary, computedAt: T0 };
      await store.putDayRollups(DESK, [day], [{ ...row, ...figures }], T0);
    }
    await store.putWindows([
      {
        deskId: DESK,
        days: 90,
        definitionVersion: 1,
        tally: JSON.stringify(tallyOf(20_000)),
        summary: JSON.stringify(windowSummaryOf(tallyOf(20_000))),
        computedAt: T0,
      },
    ]);
    await store.putEpisodes(
      Array.from({ length: 3_000 }, (_, n): EpisodeRow => ({
        ...aVerdict(n),
        doubtfulActors: ['a', 'b', 'c'].map((name) => ({
          id: `557058:${name.repeat(36)}`,
          kind: 'automation',
        })),
        outcome: (['reversed', 'ambiguous', 'escalated'] as const)[n % 3] ?? 'open',
        resolvedAt: n % 3 === 2 ? null : T0,
        ticketId: `jira:${1_000_000 + n}`,
        deskId: DESK,
        requestType: longText(n % 500),
        priority: longText(n % 5),
        day: TODAY,
        definitionVersion: 1,
      })),
    );
  }, 60_000);
  afterAll(() => database.close());

  /** Kilobytes of the database's largest answer and of what the panel gets. */
  const sizesOf = async (ask: () => Promise<{ readonly ok: boolean }>) => {
    largestBytes = 0;
    const answer = await ask();
    expect(answer.ok).toBe(true);
    return {
      sqlKb: largestBytes / KB,
      panelKb: Buffer.byteLength(JSON.stringify(answer)) / KB,
    };
  };

  it('fits far below what the platform carries, with 200 tickets in each list', async () => {
    const input = { project: 'IT', periodDays: 90, withAttention: true } as const;
    const answer = await readDeskScorecard(deps(), input);
    if (!answer.ok || answer.value.before === null) throw new Error('There is a period before');
    expect(answer.value.attention?.map(({ total, tickets }) => [total, tickets.length])).toEqual([
      [1_000, 200],
      [1_000, 200],
      [1_000, 200],
    ]);
    const { sqlKb, panelKb } = await sizesOf(() => readDeskScorecard(deps(), input));
    // Every text as long as it can be; 4,096 and 5,120 are the limits.
    expect(sqlKb).toBeLessThan(2_500);
    expect(panelKb).toBeLessThan(800);
  });

  it('is one of fifty in a comparison, each of a few kilobytes', async () => {
    const { sqlKb, panelKb } = await sizesOf(() => readDeskComparison(deps(), { periodDays: 90 }));
    // Of one desk; the limits are for fifty.
    expect(sqlKb).toBeLessThan(4_096 / 50);
    expect(panelKb).toBeLessThan(4_096 / 50);
    expect(panelKb).toBeGreaterThan(1);
  });

  it('is 365 points in a trend, of which each is small', async () => {
    const { sqlKb, panelKb } = await sizesOf(() =>
      readDeskTrend(deps(), { project: 'IT', periodDays: 365, by: 'day' }),
    );
    expect(sqlKb).toBeLessThan(1_000);
    expect(panelKb).toBeLessThan(1_000);
    expect(panelKb).toBeGreaterThan(100);
  });

  it('is a thousand tickets a page, every text as long as it can be', async () => {
    const { sqlKb, panelKb } = await sizesOf(() =>
      listTickets(deps(), {
        project: 'IT',
        cohort: 'all',
        period: { fromDay: TODAY, toDay: addDays(TODAY, 1) },
        segment: null,
        sort: 'decidedAt',
        order: 'descending',
        offset: 0,
        limit: 1_000,
      }),
    );
    expect(sqlKb).toBeLessThan(3_500);
    expect(panelKb).toBeLessThan(3_500);
    expect(panelKb).toBeGreaterThan(1_000);
  });

  it('is five hundred request types in a breakdown', async () => {
    const { sqlKb, panelKb } = await sizesOf(() =>
      readBreakdown(deps(), { project: 'IT', periodDays: 1, dimension: 'request-type' }),
    );
    expect(sqlKb).toBeLessThan(3_500);
    expect(panelKb).toBeLessThan(2_000);
  });

  it('is read whole to compute its figures, a page at a time', async () => {
    largestBytes = 0;
    expect(await store.readDayEpisodes(DESK, [TODAY])).toHaveLength(3_000);
    expect(largestBytes / KB).toBeLessThan(4_000);
    expect(largestBytes / KB).toBeGreaterThan(1_000);
  });
});
