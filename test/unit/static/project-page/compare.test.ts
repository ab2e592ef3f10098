import { prepareCompare } from '../../../../static/project-page/compare/prepare-compare';
import {
  aroundLastChange,
  lastDays,
  presetOf,
} from '../../../../static/project-page/compare/presets';
import { validatePeriods } from '../../../../static/project-page/compare/validate-periods';
import { FORMATS, aRate, plain } from '../builders';
import { aComparison, aSegmentScore } from './builders';

const TODAY = '2026-03-10';

describe('presets', () => {
  it('compares the last days with as many right before', () => {
    const periods = lastDays(TODAY, 7);
    expect(periods).toEqual({
      earlier: { fromDay: '2026-02-25', toDay: '2026-03-04' },
      later: { fromDay: '2026-03-04', toDay: '2026-03-11' },
    });
    expect(presetOf(periods, TODAY)).toBe(7);
    expect(presetOf(periods, '2026-03-11')).toBeNull();
  });

  it('compares both sides of the last change of the definition that has come', () => {
    const change = (version: number, day: string) => ({
      version,
      day,
      publishedAt: `${day}T08:00:00Z`,
    });
    expect(aroundLastChange([change(2, '2026-01-01'), change(3, '2026-03-08')], TODAY)).toEqual({
      earlier: { fromDay: '2026-03-05', toDay: '2026-03-08' },
      later: { fromDay: '2026-03-08', toDay: '2026-03-11' },
    });
    expect(aroundLastChange([], TODAY)).toBeNull();
  });

  it('compares at most 366 days', () => {
    const long = aroundLastChange([{ version: 2, day: '2024-01-01', publishedAt: '' }], TODAY);
    expect(long?.later).toEqual({ fromDay: '2024-01-01', toDay: '2025-01-01' });
  });
});

describe('validatePeriods', () => {
  const draft = {
    earlierFirst: '2026-02-01',
    earlierLast: '2026-02-07',
    laterFirst: '2026-02-08',
    laterLast: '2026-02-14',
  };
  const check = (some: Partial<typeof draft>) =>
    validatePeriods({ ...draft, ...some }, TODAY, FORMATS.t);

  it('takes the days between the first and the last, both inside', () => {
    expect(check({})).toEqual({
      kind: 'valid',
      periods: {
        earlier: { fromDay: '2026-02-01', toDay: '2026-02-08' },
        later: { fromDay: '2026-02-08', toDay: '2026-02-15' },
      },
    });
  });

  it.each([
    ['a day that is missing', { earlierFirst: '' }, 'earlier', 'Give a first and a last day.'],
    [
      'days the wrong way round',
      { laterLast: '2026-02-07' },
      'later',
      'The last day is before the first.',
    ],
    ['a day to come', { laterLast: '2026-03-11' }, 'later', 'The last day is in the future.'],
    ['too many days', { earlierFirst: '2025-02-06' }, 'earlier', 'At most 366 days.'],
    [
      'an overlap',
      { laterFirst: '2026-02-07' },
      'later',
      'It must begin after the first period ends.',
    ],
  ] as const)('refuses %s, and says so beside it', (_case, some, side, problem) => {
    expect(check(some)).toMatchObject({ kind: 'invalid', [side]: problem });
  });

  it('allows today and 366 days', () => {
    expect(check({ laterLast: TODAY }).kind).toBe('valid');
    expect(check({ earlierFirst: '2025-02-07' }).kind).toBe('valid');
  });
});

describe('prepareCompare', () => {
  const side = (fromDay: string, toDay: string, numerator: number) => ({
    fromDay,
    toDay,
    score: aSegmentScore({
      rates: { aiResolution: aRate(numerator, 100), escalation: aRate(30, 100) },
      timeToResolve: {
        episode: null,
        ai: { n: 9, meanMs: 7_200_000, medianMs: 60_000, interval: null },
        human: null,
      },
    }),
  });
  const comparison = aComparison({
    earlier: side('2026-02-01', '2026-02-08', 45),
    later: side('2026-02-08', '2026-02-15', 60),
    changes: {
      ...aComparison().changes,
      // The rule book's check value.
      aiResolution: { value: 0.15, low: 0.0117, high: 0.2804, isChange: true },
      escalation: { value: 0, low: -0.1262, high: 0.1262, isChange: false },
    },
    timeChangesMs: {
      episode: null,
      ai: { valueMs: -3_600_000, lowMs: -7_200_000, highMs: 1_800_000, isChange: false },
      human: null,
    },
  });
  const view = prepareCompare(comparison, FORMATS);
  const row = (key: string) => view.rows.find((each) => each.key === key);

  it('tells the clear changes and no other', () => {
    expect(plain(view.sentence)).toBe(
      'Clear changes: AI resolution +15 pts. All else may be chance.',
    );
    expect(row('aiResolution')).toMatchObject({ verdict: 'clear change', isChange: true });
    expect(row('escalation')).toMatchObject({ verdict: 'no clear change', isChange: false });
    expect(row('reversal')).toMatchObject({ verdict: 'no data', difference: '–', bar: null });
  });

  it('draws rates on one track about the line of no difference', () => {
    const { low, high, value } = row('aiResolution')?.bar ?? { low: 0, high: 0, value: 0 };
    // The farthest bound of all rates, 0.2804, is the track's end.
    expect(low).toBeCloseTo(0.5 + 0.0117 / 0.2804 / 2);
    expect(high).toBeCloseTo(1);
    expect(value).toBeCloseTo(0.5 + 0.15 / 0.2804 / 2);
    expect(plain(row('aiResolution')?.bar?.label ?? '')).toBe('95% interval: +1 pts to +28 pts');
  });

  it('leads to the tickets of either side', () => {
    expect(row('aiResolution')?.earlier.tickets?.place).toMatchObject({
      cohort: 'rate:aiResolution',
      clicked: 45,
      period: { fromDay: '2026-02-01', toDay: '2026-02-08' },
    });
    expect(row('mttr-ai')?.later.tickets?.place).toMatchObject({ cohort: 'time:ai', clicked: 9 });
  });

  it('sets the median beside the mean', () => {
    expect(plain(row('mttr-ai')?.later.value ?? '')).toBe('2 h');
    expect(plain(row('mttr-ai')?.later.basis ?? '')).toBe('median 1 min · n 9');
    expect(plain(row('mttr-ai')?.difference ?? '')).toBe('−1 h');
  });

  it('says that nothing clearly changed', () => {
    expect(prepareCompare(aComparison(), FORMATS).sentence).toBe(
      'No clear change between the two periods: what differs may be chance.',
    );
  });
});
