import type { GadgetConfig } from '../../../../static/gadget/gadget-config';
import {
  configOf,
  draftErrors,
  draftOf,
  toggled,
} from '../../../../static/gadget/edit/gadget-draft';
import { FORMATS } from '../builders';

const { t } = FORMATS;
const saved: GadgetConfig = {
  project: 'HR',
  view: 'trend',
  kpis: ['reversal'],
  periodDays: 90,
  refresh: 5,
};

describe('draftOf', () => {
  it('starts a new gadget with the first desk', () => {
    expect(draftOf(['HR', 'IT'], null)).toEqual({
      project: 'HR',
      view: 'numbers',
      kpis: ['aiResolution', 'firstContactResolution'],
      periodDays: 30,
      refresh: 15,
    });
  });

  it('starts with what was saved, and with another desk when that one is gone', () => {
    expect(draftOf(['IT', 'HR'], saved)).toEqual(saved);
    expect(draftOf(['IT'], saved)).toEqual({ ...saved, project: 'IT' });
  });
});

describe('toggled', () => {
  it('keeps the order of ticking', () => {
    expect(toggled(['reversal', 'mttr'], 'coverage')).toEqual(['reversal', 'mttr', 'coverage']);
    expect(toggled(['reversal', 'mttr'], 'reversal')).toEqual(['mttr']);
  });

  it('takes no fifth', () => {
    const four = ['reversal', 'mttr', 'coverage', 'escalation'] as const;
    expect(toggled(four, 'automation')).toEqual(four);
  });
});

describe('draftErrors', () => {
  it('asks for a KPI where numbers are shown, and not where a trend is', () => {
    const draft = { ...saved, kpis: [] };
    expect(draftErrors({ ...draft, view: 'numbers' }, t).kpis).toBe('Tick at least one KPI.');
    expect(draftErrors(draft, t)).toEqual({ kpis: null, periodDays: null });
    expect(configOf(draft).kpis).toEqual(['aiResolution', 'firstContactResolution']);
  });

  it('asks for more than a day where a trend is drawn', () => {
    expect(draftErrors({ ...saved, periodDays: 1 }, t).periodDays).toMatch(/more than one day/);
    expect(draftErrors({ ...saved, view: 'numbers', periodDays: 1 }, t).periodDays).toBeNull();
  });
});
