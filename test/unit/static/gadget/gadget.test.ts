import {
  GADGET_KPIS,
  kpiLabel,
  kpiOf,
  periodOf,
  readGadgetConfig,
} from '../../../../static/gadget/gadget-config';
import { prepareGadget } from '../../../../static/gadget/prepare-gadget';
import { FORMATS, GERMAN, aDesk, aRate, aScore, plain } from '../builders';

describe('readGadgetConfig', () => {
  it('reads what the edit view saves', () => {
    const saved = { project: 'IT', kpi: 'mttr', periodDays: 30 };
    expect(readGadgetConfig({ ...saved, refresh: 15 })).toEqual(saved);
  });

  it('takes a period that came back as text', () => {
    const saved = { project: 'IT', kpi: 'coverage', periodDays: '90' };
    expect(readGadgetConfig(saved)?.periodDays).toBe(90);
  });

  it.each([
    null,
    'IT',
    {},
    { project: '', kpi: 'mttr', periodDays: 30 },
    { project: 'IT', kpi: 'deflection', periodDays: 30 },
    { project: 'IT', kpi: 'mttr', periodDays: 14 },
    { project: 7, kpi: 'mttr', periodDays: 30 },
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
    expect(kpiOf('reversal')).toBe('reversal');
    expect(kpiOf('toString')).toBeNull();
    expect(periodOf('8')).toBeNull();
  });
});

describe('prepareGadget', () => {
  const rates = { ...aScore().rates, reversal: aRate(1, 4) };
  const desk = aDesk({ score: aScore({ rates }) });

  it('shows the chosen rate and says when it was computed', () => {
    const config = { project: 'IT', kpi: 'reversal', periodDays: 30 } as const;
    expect(prepareGadget(desk, config, FORMATS)).toMatchObject({
      subtitle: 'IT · last 30 days',
      card: { name: 'Reversal', value: '25%', basis: '1 of 4 AI resolutions' },
      computed: 'Computed 4 min ago',
      computedExact: expect.stringMatching(/^Tuesday,? 10 March 2026 at 10:00:00 CET$/) as unknown,
    });
  });

  it('speaks German', () => {
    const config = { project: 'IT', kpi: 'reversal', periodDays: 30 } as const;
    const { subtitle, card, computed } = prepareGadget(desk, config, GERMAN);
    expect([subtitle, card.name, plain(card.value), card.basis, computed]).toEqual([
      'IT · letzte 30 Tage',
      'Rückläufer',
      '25 %',
      '1 von 4 KI-Lösungen',
      'Berechnet vor 4 Min.',
    ]);
  });

  it('shows the mean of all resolved tickets as MTTR', () => {
    const config = { project: 'IT', kpi: 'mttr', periodDays: 7 } as const;
    expect(prepareGadget(desk, config, FORMATS).card).toMatchObject({
      name: 'MTTR, all',
      value: '–',
      isNoData: true,
    });
  });

  it('admits that nothing was computed yet', () => {
    const config = { project: 'IT', kpi: 'mttr', periodDays: 7 } as const;
    const view = prepareGadget({ ...desk, computedAt: null }, config, FORMATS);
    expect([view.computed, view.computedExact]).toEqual(['Not computed yet', null]);
  });
});
