import type { RateName } from '../../../../src/contract';
import { RATE_CATALOGUE } from '../../../../src/contract/catalogue';
import { prepareRateCard } from '../../../../static/shared/prepare/kpi-card';
import { FORMATS, GERMAN, aDesk, aRate, aScore, aTrendPoint, outcomes, plain } from '../builders';

const deskWith = (name: RateName, rate: ReturnType<typeof aRate>) =>
  aDesk({ score: aScore({ rates: { ...aScore().rates, [name]: rate } }) });

describe('prepareRateCard', () => {
  it('puts value, basis and interval into words', () => {
    const desk = deskWith('aiResolution', aRate(34, 120, 0.21, 0.37));
    expect(prepareRateCard('aiResolution', desk, FORMATS)).toEqual({
      id: 'aiResolution',
      name: 'AI resolution',
      definition: RATE_CATALOGUE.aiResolution.definition,
      definitionLabel: 'What “AI resolution” means',
      value: '28%',
      exact: null,
      basis: '34 of 120 AI-handled tickets',
      note: null,
      meanInterval: null,
      isNoData: false,
      interval: { low: 0.21, high: 0.37, value: 34 / 120, label: '95% interval: 21% to 37%' },
      sparkline: null,
      change: null,
      cohort: 'rate:aiResolution',
    });
  });

  it.each<[RateName, string]>([
    ['coverage', '3 of 4 decided tickets'],
    ['automation', '3 of 4 decided tickets'],
    ['reversal', '3 of 4 AI resolutions'],
    ['escalation', '3 of 4 AI-handled tickets'],
  ])('says what %s counts', (name, basis) => {
    expect(prepareRateCard(name, deskWith(name, aRate(3, 4)), FORMATS).basis).toBe(basis);
  });

  it('speaks of a single ticket in the singular', () => {
    const card = prepareRateCard('escalation', deskWith('escalation', aRate(0, 1)), FORMATS);
    expect(card.basis).toBe('0 of 1 AI-handled ticket');
  });

  it('speaks German, its numbers included', () => {
    const desk = deskWith('aiResolution', aRate(1_340, 4_000, 0.21, 0.995));
    const card = prepareRateCard('aiResolution', desk, GERMAN);
    expect([card.name, plain(card.value), card.basis, plain(card.interval?.label ?? '')]).toEqual([
      'KI-Lösung',
      '34 %',
      '1.340 von 4.000 KI-bearbeiteten Tickets',
      '95 %-Intervall: 21 % bis 99,5 %',
    ]);
    expect(card.definition).toMatch(/^Episoden, die die KI gelöst hat/);
    expect(prepareRateCard('reversal', desk, GERMAN).basis).toBe(
      'In diesem Zeitraum hat die KI kein Ticket gelöst.',
    );
  });

  it('writes the containment gap in points and keeps a true zero', () => {
    const card = prepareRateCard(
      'containmentGap',
      deskWith('containmentGap', aRate(0, 5)),
      FORMATS,
    );
    expect(plain(card.value)).toBe('0 pts');
    expect(card.isNoData).toBe(false);
  });

  it('draws the course of the two headline rates only, with its gaps', () => {
    const trend = [
      aTrendPoint('2026-03-03', { rates: { aiResolution: aRate(1, 4) } }),
      aTrendPoint('2026-03-04'),
      aTrendPoint('2026-03-05', { rates: { aiResolution: aRate(2, 4) }, isProvisional: true }),
    ];
    const desk = { ...deskWith('aiResolution', aRate(3, 8)), trend };
    expect(prepareRateCard('aiResolution', desk, FORMATS).sparkline).toEqual({
      points: [
        { value: 0.25, isProvisional: false },
        { value: null, isProvisional: false },
        { value: 0.5, isProvisional: true },
      ],
      label: 'AI resolution, from 25% (3 Mar) to 50% (5 Mar)',
    });
    expect(prepareRateCard('escalation', desk, FORMATS).sparkline).toBeNull();
  });

  it('draws no line through a single day', () => {
    const trend = [aTrendPoint('2026-03-03', { rates: { aiResolution: aRate(1, 4) } })];
    const desk = { ...deskWith('aiResolution', aRate(1, 4)), trend };
    expect(prepareRateCard('aiResolution', desk, FORMATS).sparkline).toBeNull();
  });
});

describe('prepareRateCard without data', () => {
  const why = (
    name: RateName,
    provisional: Parameters<typeof outcomes>[0],
    nextMaturesAt: string | null = null,
  ) => {
    const desk = aDesk({ score: aScore({ provisional: outcomes(provisional) }), nextMaturesAt });
    const card = prepareRateCard(name, desk, FORMATS);
    expect([card.value, card.isNoData, card.interval]).toEqual(['–', true, null]);
    return card.basis;
  };

  it('says that no AI agent took part when people did it all', () => {
    expect(why('aiResolution', { 'without-ai': 3, excluded: 1 })).toBe(
      'No AI agent handled a ticket in this period.',
    );
  });

  it('says when the first will be mature', () => {
    expect(why('aiResolution', { pending: 2 }, '2026-03-12T23:30:00Z')).toBe(
      'No AI-handled ticket is mature yet; the first AI resolution will be on 13 Mar 2026.',
    );
    expect(why('reversal', { pending: 2 }, '2026-03-12T09:00:00Z')).toBe(
      'No AI resolution is mature yet; the first will be on 12 Mar 2026.',
    );
  });

  it('promises no date when only escalations are waiting', () => {
    expect(why('escalation', { escalated: 2 })).toBe('No AI-handled ticket is mature yet.');
  });

  it('tells a period without decisions from one that is too young', () => {
    expect(why('coverage', { excluded: 1 })).toBe('No ticket was decided in this period.');
    expect(why('coverage', { 'without-ai': 1 })).toBe('No decided ticket is mature yet.');
    // Set by hand, so that it is no longer pending.
    expect(why('reversal', { 'ai-resolved': 1 })).toBe('No AI resolution is mature yet.');
    expect(why('reversal', { escalated: 1 })).toBe('The AI resolved no ticket in this period.');
  });
});
