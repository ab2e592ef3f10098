import {
  GADGET_KPIS,
  kpiLabel,
  periodOf,
  readGadgetConfig,
  type GadgetConfig,
} from '../../../../static/gadget/gadget-config';
import { prepareGadget } from '../../../../static/gadget/prepare-gadget';
import { FORMATS, GERMAN, aDesk, aRate, aScore, aTrendPoint, plain } from '../builders';

const aConfig = (some: Partial<GadgetConfig> = {}): GadgetConfig => ({
  project: 'IT',
  view: 'numbers',
  kpis: ['reversal'],
  periodDays: 30,
  refresh: 15,
  ...some,
});

describe('readGadgetConfig', () => {
  it('reads what the edit view saves', () => {
    const saved = aConfig({ view: 'trend', kpis: ['mttr', 'coverage'], refresh: 60 });
    expect(readGadgetConfig(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
  });

  it('reads a gadget that was saved when it showed one KPI', () => {
    expect(readGadgetConfig({ project: 'IT', kpi: 'mttr', periodDays: 7 })).toEqual(
      aConfig({ kpis: ['mttr'], periodDays: 7 }),
    );
  });

  it('takes numbers that came back as text', () => {
    const saved = { project: 'IT', kpis: ['coverage'], periodDays: '90', refresh: '5' };
    expect(readGadgetConfig(saved)).toMatchObject({ periodDays: 90, refresh: 5 });
  });

  it('keeps the order of KPIs, each once', () => {
    const kpis = ['reversal', 'coverage', 'reversal', 'mttr'];
    expect(readGadgetConfig({ ...aConfig(), kpis })?.kpis).toEqual([
      'reversal',
      'coverage',
      'mttr',
    ]);
  });

  it('refreshes every 15 minutes when Jira brings another number', () => {
    expect(readGadgetConfig({ ...aConfig(), refresh: 7 })?.refresh).toBe(15);
  });

  it.each([
    null,
    'IT',
    {},
    { project: '', kpi: 'mttr', periodDays: 30 },
    { project: 'IT', kpi: 'deflection', periodDays: 30 },
    { project: 'IT', kpi: 'toString', periodDays: 30 },
    { project: 'IT', kpi: 'mttr', periodDays: 14 },
    { project: 7, kpi: 'mttr', periodDays: 30 },
    { project: 'IT', kpis: [], periodDays: 30 },
    { project: 'IT', kpis: 'mttr', periodDays: 30 },
    { project: 'IT', kpis: ['mttr', 'deflection'], periodDays: 30 },
    {
      project: 'IT',
      kpis: ['mttr', 'coverage', 'reversal', 'escalation', 'automation'],
      periodDays: 30,
    },
  ])('asks to be set up anew for %j', (saved) => {
    expect(readGadgetConfig(saved)).toBeNull();
  });
});

describe('the choices of a gadget', () => {
  it('are every rate of the catalogue and MTTR', () => {
    expect(GADGET_KPIS).toEqual([
      'coverage',
      'firstContactResolution',
      'aiResolution',
      'automation',
      'escalation',
      'containment',
      'containmentGap',
      'reversal',
      'mttr',
    ]);
    expect(GADGET_KPIS.slice(-2).map((kpi) => kpiLabel(kpi, FORMATS.t))).toEqual([
      'Reversal',
      'Mean time to resolve (MTTR)',
    ]);
    expect(periodOf('8')).toBeNull();
  });
});

describe('prepareGadget', () => {
  const rates = { ...aScore().rates, aiResolution: aRate(3, 8), reversal: aRate(1, 4) };
  const desk = aDesk({ score: aScore({ rates }) });
  const cardsOf = (config: GadgetConfig, formats = FORMATS) => {
    const { content } = prepareGadget(desk, config, formats);
    return content.kind === 'numbers' ? content.cards : [];
  };

  it('says one sentence, shows the chosen KPIs in their order, and when they were computed', () => {
    const config = aConfig({ kpis: ['reversal', 'mttr', 'aiResolution'] });
    expect(prepareGadget(desk, config, FORMATS)).toMatchObject({
      subtitle: 'IT · last 30 days',
      sentence: 'The AI resolved 3 of 8 tickets it handled, and 1 other came back.',
      computed: 'Computed 4 min ago',
      computedExact: expect.stringMatching(/^Tuesday,? 10 March 2026 at 10:00:00 CET$/) as unknown,
    });
    expect(cardsOf(config).map(({ name, value }) => [name, value])).toEqual([
      ['Reversal', '25%'],
      ['MTTR, all', '–'],
      ['AI resolution', '38%'],
    ]);
  });

  it('speaks German', () => {
    const { subtitle, computed } = prepareGadget(desk, aConfig(), GERMAN);
    const [card] = cardsOf(aConfig(), GERMAN);
    expect([subtitle, card?.name, plain(card?.value ?? ''), card?.basis, computed]).toEqual([
      'IT · letzte 30 Tage',
      'Rückläufer',
      '25 %',
      '1 von 4 KI-Lösungen',
      'Berechnet vor 4 Min.',
    ]);
    expect(prepareGadget(desk, aConfig({ periodDays: 1 }), GERMAN).subtitle).toBe('IT · heute');
  });

  it('draws a trend, and says so when there is none yet', () => {
    const config = aConfig({ view: 'trend' });
    expect(prepareGadget(desk, config, FORMATS).content).toEqual({
      kind: 'no-trend',
      words: 'No day of this period has a mature AI-handled ticket yet.',
    });
    const trend = [aTrendPoint('2026-03-03', { rates: { aiResolution: aRate(1, 4) } })];
    expect(prepareGadget({ ...desk, trend }, config, FORMATS).content.kind).toBe('trend');
  });

  it('admits that nothing was computed yet', () => {
    const view = prepareGadget({ ...desk, computedAt: null }, aConfig(), FORMATS);
    expect([view.computed, view.computedExact, view.sentence]).toEqual([
      'Not computed yet',
      null,
      null,
    ]);
  });
});
