import { askApp } from '../../../sandbox/ask-app';
import type {
  CohortName,
  ComparePeriodsInput,
  DayRange,
  DeskScorecard,
  ListTicketsInput,
  MeanInterval,
} from '../../../src/contract';
import { BREAKDOWN_DIMENSIONS, PERIOD_DAYS, TREND_DAYS } from '../../../src/contract/catalogue';
import { COHORTS } from '../../../src/domain/kpi/cohort';
import { MTTR_NAMES } from '../../../src/domain/kpi/mttr';
import type { RateName } from '../../../src/domain/kpi/scorecard';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  OTHER_AGENT,
  type AppWorld,
} from '../../support/app-world';
import { cohortNumbers } from '../../support/cohort-numbers';
import { statementsOfLastCall } from '../../support/last-call';
import { importPast } from '../../support/lively-desk';

const DAYS = 200;
const NO_LIMITS = {
  pointsPerHour: Number.POSITIVE_INFINITY,
  burstPerSecond: {},
  burstOverrides: {},
};
const RATES: readonly RateName[] = [
  'coverage',
  'firstContactResolution',
  'aiResolution',
  'automation',
  'escalation',
  'containment',
  'containmentGap',
  'reversal',
];

/** The same to the millisecond; sums of squares may be rounded on their ways. */
function expectAlike(a: MeanInterval | null | undefined, b: MeanInterval | null | undefined): void {
  const rounded = (interval: MeanInterval | null | undefined) =>
    interval == null ? null : [Math.round(interval.lowMs), Math.round(interval.highMs)];
  expect(rounded(a)).toEqual(rounded(b));
}

describe('what screens ask of a lively desk', () => {
  let world: AppWorld;
  const cards = new Map<number, DeskScorecard>();

  const cardOf = (periodDays: (typeof PERIOD_DAYS)[number], project = 'IT', by = AGENT) =>
    askApp(world.host, 'readDeskScorecard', { project, periodDays, withAttention: true }, by);
  const list = (
    cohort: CohortName,
    { fromDay, toDay }: DayRange,
    over: Partial<ListTicketsInput> = {},
  ) =>
    askApp(
      world.host,
      'listTickets',
      {
        project: 'IT',
        cohort,
        period: { fromDay, toDay },
        segment: null,
        sort: 'decidedAt',
        order: 'descending',
        offset: 0,
        limit: 50,
        ...over,
      },
      AGENT,
    );
  const card = (periodDays: number): DeskScorecard => {
    const found = cards.get(periodDays);
    if (found === undefined) throw new Error('That period was not read');
    return found;
  };

  beforeAll(async () => {
    // Many questions at one moment of the site's clock.
    world = await anAppWorld({ limits: NO_LIMITS });
    importPast(world, { project: 'IT', agent: AGENT, days: DAYS });
    importPast(world, { project: 'HR', agent: OTHER_AGENT, days: 20 });
    await installed(world);
    // And some that live while the app looks on.
    const { site, live } = world;
    for (let n = 0; n < 12; n += 1) {
      const issue = openTicket(world, 'IT', `Live${n} and kicking${n}`);
      await live.jumpMs(2 * MINUTE);
      site.addComment({ by: BOT, issue, body: 'a', isPublic: true });
      await live.jumpMs(2 * MINUTE);
      if (n % 3 === 0) site.addComment({ by: AGENT, issue, body: 'a', isPublic: true });
      if (n % 3 !== 1) site.transition({ by: BOT, issue, to: 'Resolved' });
      await live.jumpMs(HOUR);
      if (n % 4 === 2) site.transition({ by: CUSTOMER, issue, to: 'Waiting for support' });
    }
    await live.jumpMs(2 * HOUR);
    for (const days of PERIOD_DAYS) cards.set(days, await cardOf(days));
  }, 180_000);
  afterAll(() => world.live.stop());

  it('has every outcome, or this would prove little', () => {
    const { outcomes } = card(90).score;
    expect(Object.entries(outcomes).filter(([, count]) => count === 0)).toEqual([]);
    expect(world.complaints).toEqual([]);
  });

  it.each(PERIOD_DAYS)('lists for every number of %i days as many as it says', async (days) => {
    const { score, period, open, attention } = card(days);
    const numbers = cohortNumbers(score);
    for (const [cohort, number] of numbers) {
      const { total, rows } = await list(cohort, period);
      expect(`${cohort} ${total}`).toBe(`${cohort} ${number}`);
      expect(rows).toHaveLength(Math.min(50, number));
      expect(statementsOfLastCall(world)).toBe(2);
    }
    expect((await list('open', period)).total).toBe(open.tickets);
    expect(open.tickets).toBeGreaterThan(0);
    const totals = Object.fromEntries(
      (attention ?? []).map(({ kind, total }) => [kind, total] as const),
    );
    expect(totals).toEqual({
      reversed: score.outcomes.reversed,
      ambiguous: score.outcomes.ambiguous,
      'escalated-open': (await list('escalated-open', period)).total,
    });
    expect([...numbers.keys(), 'open', 'escalated-open'].sort()).toEqual(
      Object.keys(COHORTS).sort(),
    );
  });

  it.each([7, 30, 90] as const)(
    'tells the %i days before as lists and a comparison do',
    async (days) => {
      const { period, before, score, timeIntervalsMs } = card(days);
      if (before === null) throw new Error('The history reaches back far enough');
      expect(before.period.toDay).toBe(period.fromDay);
      for (const name of RATES) {
        const rate = before.rates[name];
        expect((await list(`rate:${name}`, before.period)).total).toBe(rate?.numerator ?? 0);
        expect((await list(`base:${name}`, before.period)).total).toBe(rate?.denominator ?? 0);
      }
      const { earlier, later, changes, timeChangesMs } = await askApp(
        world.host,
        'comparePeriods',
        {
          project: 'IT',
          periods: {
            earlier: before.period,
            later: { fromDay: period.fromDay, toDay: period.toDay },
          },
        },
        AGENT,
      );
      expect(statementsOfLastCall(world)).toBe(2);
      expect(earlier.score.rates).toEqual(before.rates);
      expect(later.score.rates).toEqual(score.rates);
      expect(changes).toEqual(before.changes);
      // Nothing of the last week has held for a week.
      expect(changes.coverage === null).toBe(days === 7);
      for (const name of MTTR_NAMES) {
        expect(earlier.score.timeToResolve[name]?.n).toBe(before.timeToResolveMs[name]?.n);
        expect(earlier.score.timeToResolve[name]?.meanMs).toBe(before.timeToResolveMs[name]?.mean);
        expect(later.score.timeToResolve[name]?.meanMs).toBe(score.timeToResolveMs[name]?.mean);
        expectAlike(timeIntervalsMs[name], later.score.timeToResolve[name]?.interval);
        expectAlike(before.timeChangesMs[name], timeChangesMs[name]);
      }
    },
  );

  it('takes the last 30 days where no days are asked for, and tells which', async () => {
    const { period, before, score } = card(30);
    const { fromDay, toDay } = period;
    const bare = await list('all', period, { period: null });
    expect(statementsOfLastCall(world)).toBe(2);
    expect(bare.period).toEqual({ fromDay, toDay });
    expect(bare).toEqual(await list('all', period));
    expect(bare.total).toBe(score.episodes);
    const compare = (periods: ComparePeriodsInput['periods']) =>
      askApp(world.host, 'comparePeriods', { project: 'IT', periods }, AGENT);
    const compared = await compare(null);
    expect(statementsOfLastCall(world)).toBe(2);
    expect(compared.later).toMatchObject({ fromDay, toDay });
    expect(compared.earlier).toMatchObject(before?.period ?? {});
    const { earlier, later } = compared;
    const daysOf = (range: DayRange) => ({ fromDay: range.fromDay, toDay: range.toDay });
    expect(await compare({ earlier: daysOf(earlier), later: daysOf(later) })).toEqual(compared);
  });

  it('tells nothing of a period before that is not known whole', async () => {
    expect((await cardOf(7, 'HR', OTHER_AGENT)).before).not.toBeNull();
    expect((await cardOf(30, 'HR', OTHER_AGENT)).before).toBeNull();
    expect((await cardOf(90, 'HR', OTHER_AGENT)).before).toBeNull();
  });

  it.each(BREAKDOWN_DIMENSIONS)('breaks a period down by %s, and adds up', async (dimension) => {
    const { score, period } = card(90);
    const { rows, total } = await askApp(
      world.host,
      'readBreakdown',
      { project: 'IT', periodDays: 90, dimension },
      AGENT,
    );
    expect(statementsOfLastCall(world)).toBe(2);
    expect(total.rates).toEqual(score.rates);
    expect(total.episodes).toBe(score.episodes);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.reduce((sum, row) => sum + row.episodes, 0)).toBe(total.episodes);
    for (const name of MTTR_NAMES) {
      const [exact, binned] = [total.timeToResolve[name], score.timeToResolveMs[name]];
      expect(exact?.n).toBe(binned?.n);
      expect(exact?.meanMs).toBe(binned?.mean);
      const error = Math.abs((exact?.medianMs ?? 0) - (binned?.median ?? 0));
      expect(error).toBeLessThanOrEqual(0.01 * (exact?.medianMs ?? 0));
    }
    for (const { segment, label, rates, episodes, provisional } of rows) {
      const within = { segment: { dimension, value: segment } };
      expect((await list('all', period, within)).total).toBe(episodes);
      expect((await list('provisional', period, within)).total).toBe(provisional);
      for (const name of RATES) {
        const { total: counted } = await list(`rate:${name}`, period, within);
        expect(counted).toBe(rates[name]?.numerator ?? 0);
      }
      expect(label).toBe(segment === BOT ? 'Atlas' : segment);
    }
  });

  it.each(TREND_DAYS)('draws %i days by day and by week from the same counts', async (days) => {
    const trends = [];
    for (const by of ['day', 'week'] as const) {
      trends.push(
        await askApp(world.host, 'readDeskTrend', { project: 'IT', periodDays: days, by }, AGENT),
      );
      expect(statementsOfLastCall(world)).toBe(2);
    }
    for (const { points, period, definitionChanges } of trends) {
      expect(definitionChanges).toEqual([]);
      expect(points[0]?.day).toBe(period.fromDay);
      expect(points.reduce((sum, point) => sum + point.days, 0)).toBe(days);
      for (const name of RATES) {
        const sum = (part: 'numerator' | 'denominator'): number =>
          points.reduce((total, { rates }) => total + (rates[name]?.[part] ?? 0), 0);
        expect(sum('numerator')).toBe((await list(`rate:${name}`, period)).total);
        expect(sum('denominator')).toBe((await list(`base:${name}`, period)).total);
      }
    }
    expect(trends[0]?.points).toHaveLength(days);
    expect(trends[1]?.points).toHaveLength(Math.ceil(days / 7));
  });

  it('lists what needs somebody: newest first, and longest waiting first', () => {
    const { attention } = card(90);
    const [reversed, ambiguous, waiting] = attention ?? [];
    for (const { tickets } of [reversed, ambiguous].flatMap((each) => each ?? [])) {
      const decided = tickets.map(({ decidedAt }) => decidedAt ?? '');
      expect(decided).toEqual([...decided].sort().reverse());
      expect(tickets.length).toBeGreaterThan(2);
      expect(tickets[0]?.issueId).toMatch(/^\d+$/);
      expect(tickets.every(({ agent }) => agent === 'Atlas')).toBe(true);
    }
    const since = (waiting?.tickets ?? []).map(({ decidedAt }) => decidedAt ?? '');
    expect(since).toEqual([...since].sort());
    expect(waiting?.tickets.every(({ resolvedAt }) => resolvedAt === null)).toBe(true);
    expect(waiting?.total).toBeGreaterThan(2);
  });

  it('reads no list that nobody asked for, and the registry for none', async () => {
    const payload = { project: 'IT', periodDays: 7 } as const;
    const { attention } = await askApp(world.host, 'readDeskScorecard', payload, AGENT);
    expect(attention).toBeNull();
    expect(statementsOfLastCall(world)).toBe(2);
    expect(world.host.meter.lastInvocation()?.kvsReads ?? 0).toBe(0);
  });

  it('refuses periods that overlap, stand in the wrong order or are too long, by field', async () => {
    const compare = (earlier: DayRange, later: DayRange) =>
      askApp(world.host, 'comparePeriods', { project: 'IT', periods: { earlier, later } }, AGENT);
    const march = { fromDay: '2026-03-01', toDay: '2026-04-01' };
    const april = { fromDay: '2026-04-01', toDay: '2026-05-01' };
    await expect(compare(march, { ...april, fromDay: '2026-03-31' })).rejects.toThrow(
      'later.fromDay: must not be before the end of the earlier period',
    );
    await expect(compare(april, march)).rejects.toThrow('later.fromDay');
    await expect(compare({ ...march, fromDay: '2025-03-30' }, april)).rejects.toThrow(
      'earlier: at most 366 days',
    );
    await expect(compare(march, { ...april, toDay: '2026-04-01' })).rejects.toThrow(
      'later: toDay must be after fromDay',
    );
    expect((await compare({ ...march, fromDay: '2025-03-31' }, april)).later.score.episodes).toBe(
      0,
    );
  });
});
