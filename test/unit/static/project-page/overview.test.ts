import { countOf } from '../../../../static/project-page/overview/count-of';
import { prepareOverview } from '../../../../static/project-page/overview/prepare-overview';
import { prepareSummary } from '../../../../static/project-page/overview/summary';
import { FORMATS, GERMAN, aDesk, aRate, aScore, outcomes, plain } from '../builders';

const rates = {
  ...aScore().rates,
  coverage: aRate(120, 300),
  aiResolution: aRate(53, 120),
  escalation: aRate(47, 120),
  containmentGap: aRate(20, 120),
};
const busy = aDesk({
  score: aScore({
    rates,
    outcomes: outcomes({ 'ai-resolved': 53, pending: 4 }),
    provisional: outcomes({ pending: 4, escalated: 2 }),
  }),
  open: { tickets: 7, medianAgeMs: 1_000 },
});

describe('prepareSummary', () => {
  it('sums the period up in one sentence', () => {
    expect(prepareSummary(busy, FORMATS).sentence).toBe(
      'In the last 7 days the AI worked on 120 of 300 decided tickets: 53 held (44%), 47 went to people, 20 ended without a lasting answer.',
    );
    expect(plain(prepareSummary(busy, GERMAN).sentence)).toBe(
      'In den letzten 7 Tagen hat die KI an 120 von 300 entschiedenen Tickets gearbeitet: 53 hielten (44 %), 47 gingen an Menschen, 20 endeten ohne bleibende Antwort.',
    );
  });

  it('says that no AI took part, or that nothing is mature', () => {
    const score = aScore({ rates: { ...aScore().rates, coverage: aRate(0, 5) } });
    expect(prepareSummary(aDesk({ score }), FORMATS).sentence).toBe(
      'In the last 7 days no AI agent worked on any of the 5 decided tickets.',
    );
    expect(prepareSummary(aDesk(), FORMATS).sentence).toBe(
      'In the last 7 days no ticket was decided that is mature by now.',
    );
  });

  const noChanges = {
    coverage: null,
    firstContactResolution: null,
    aiResolution: null,
    automation: null,
    escalation: null,
    containment: null,
    containmentGap: null,
    reversal: null,
  };
  const before = {
    period: { fromDay: '2026-02-24', toDay: '2026-03-03' },
    rates,
    timeToResolveMs: { episode: null, ai: null, human: null },
    timeChangesMs: { episode: null, ai: null, human: null },
  };

  it('names clear changes only', () => {
    const changes = {
      ...noChanges,
      aiResolution: { value: 0.06, low: 0.01, high: 0.11, isChange: true },
      escalation: { value: -0.3, low: -0.7, high: 0.1, isChange: false },
    };
    const desk = { ...busy, before: { ...before, changes } };
    expect(plain(prepareSummary(desk, FORMATS).changes ?? '')).toBe(
      'Clearly different from the 7 days before: AI resolution +6 pts.',
    );
  });

  it('says that nothing clearly changed, and nothing at all without a period before', () => {
    const desk = { ...busy, before: { ...before, changes: noChanges } };
    expect(prepareSummary(desk, FORMATS).changes).toBe(
      'No clear change against the 7 days before.',
    );
    expect(prepareSummary(busy, FORMATS).changes).toBeNull();
  });
});

describe('countOf', () => {
  it.each([
    ['rate:aiResolution', 53],
    ['base:aiResolution', 120],
    ['rate:reversal', null],
    ['outcome:pending', 4],
    ['provisional', 6],
    ['open', 7],
    ['time:ai', null],
  ] as const)('finds the number behind %s', (cohort, expected) => {
    expect(countOf(cohort, busy)).toBe(expected);
  });
});

describe('prepareOverview', () => {
  it('leads from an outcome to its tickets, and nowhere from none', () => {
    const { content } = prepareOverview(busy, FORMATS);
    if (content.kind !== 'figures') throw new Error('expected figures');
    const leads = content.outcomes.map(({ tickets }) => tickets?.clicked ?? null);
    expect(leads).toEqual([53, 4, null, null, null, null, null, null, null]);
    expect(content.ticketsOf('rate:aiResolution')).toMatchObject({
      cohort: 'rate:aiResolution',
      clicked: 53,
      period: { fromDay: '2026-03-03', toDay: '2026-03-10' },
    });
    expect(content.provisional?.tickets.clicked).toBe(6);
  });

  it('says what to do before the first computation and without tickets', () => {
    const never = prepareOverview(aDesk({ computedAt: null }), FORMATS).content;
    expect(never).toMatchObject({
      kind: 'empty',
      title: 'Nothing has been computed for this desk yet',
    });
    const none = aDesk({ score: aScore({ tickets: 0, episodes: 0 }) });
    expect(prepareOverview(none, FORMATS).content).toMatchObject({
      kind: 'empty',
      title: 'No tickets in the last 7 days',
    });
    const today = { ...none, period: { ...none.period, days: 1 as const } };
    expect(prepareOverview(today, FORMATS).content).toMatchObject({ title: 'No tickets today' });
  });
});
