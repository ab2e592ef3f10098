import { lineRuns } from '../../../../static/shared/prepare/line-runs';
import { prepareTrend } from '../../../../static/shared/prepare/trend';
import { FORMATS, aDesk, aRate, aScore, aTrendPoint, plain } from '../builders';

describe('prepareTrend', () => {
  const trend = [
    aTrendPoint('2026-03-03', {
      rates: {
        aiResolution: aRate(1, 4, 0.05, 0.42),
        firstContactResolution: aRate(0, 4, 0, 0.3),
      },
      timeToResolveMs: { episode: { n: 4, mean: 240_000 } },
    }),
    aTrendPoint('2026-03-04'),
    aTrendPoint('2026-03-05', {
      rates: { aiResolution: aRate(2, 5, 0.1, 0.45) },
      isProvisional: true,
    }),
  ];
  const rates = { ...aScore().rates, aiResolution: aRate(3, 9) };
  const view = prepareTrend(aDesk({ trend, score: aScore({ rates }) }), FORMATS);

  it('names both rates with the value of the whole period', () => {
    expect(view?.title).toBe('AI resolution 33%, First-contact resolution, by day');
    expect(view?.series.map(({ legend }) => legend)).toEqual([
      'AI resolution 33%',
      'First-contact resolution',
    ]);
  });

  it('keeps gaps as gaps, in the line, in its band and in words', () => {
    expect(view?.series[0]?.points).toEqual([
      { value: 0.25, low: 0.05, high: 0.42, isProvisional: false },
      { value: null, low: null, high: null, isProvisional: false },
      { value: 0.4, low: 0.1, high: 0.45, isProvisional: true },
    ]);
    expect(view?.readouts[1]).toBe(
      '4 Mar 2026 · AI resolution no data · First-contact resolution no data',
    );
  });

  it('chooses the smallest round axis that holds every interval', () => {
    expect(view?.top).toBe(0.5);
    expect(view?.yTicks.map(({ label }) => label)).toEqual([
      '0%',
      '10%',
      '20%',
      '30%',
      '40%',
      '50%',
    ]);
  });

  it('says the same in a table', () => {
    expect(view?.columns).toEqual([
      'Day',
      'AI resolution',
      'First-contact resolution',
      'MTTR, all',
      'Mature',
    ]);
    const rows = view?.rows.map(({ when, cells }) => [when, ...cells.map(plain)]);
    expect(rows).toEqual([
      ['3 Mar 2026', '25% (1 of 4)', '0% (0 of 4)', '4 min', 'yes'],
      ['4 Mar 2026', 'no data', 'no data', '–', 'yes'],
      ['5 Mar 2026', '40% (2 of 5)', 'no data', '–', 'not all'],
    ]);
  });

  it('explains the pale end only when there is one', () => {
    expect(view?.series[0]?.caption).toBe(
      'band: 95% interval of AI resolution · pale and dotted: not all of it is mature yet',
    );
    const mature = prepareTrend(aDesk({ trend: trend.slice(0, 2) }), FORMATS);
    expect(mature?.series[0]?.caption).toBe('band: 95% interval of AI resolution');
  });

  it('labels weeks as weeks, and at most six of them', () => {
    const weeks = Array.from({ length: 13 }, (_, index) =>
      aTrendPoint(`2026-01-${String(index + 10)}`, {
        days: 7,
        rates: { aiResolution: aRate(1, 2) },
      }),
    );
    const weekly = prepareTrend(aDesk({ trend: weeks }), FORMATS);
    expect(weekly?.title).toMatch(/by week$/);
    expect(weekly?.readouts[0]).toMatch(/^Week from 10 Jan 2026 · /);
    expect(weekly?.xTicks.map(({ index }) => index)).toEqual([0, 3, 6, 9, 12]);
  });

  it('is nothing when no point has a value', () => {
    expect(prepareTrend(aDesk({ trend: [aTrendPoint('2026-03-03')] }), FORMATS)).toBeNull();
  });
});

describe('lineRuns', () => {
  const solid = (value: number | null) => ({ value, isProvisional: false });
  const pale = (value: number | null) => ({ value, isProvisional: true });

  it('cuts at gaps, and lets pale start where solid ends', () => {
    expect(lineRuns([solid(1), solid(2), solid(null), solid(3), pale(4), pale(5)])).toEqual([
      { isProvisional: false, indexes: [0, 1] },
      { isProvisional: false, indexes: [3] },
      { isProvisional: true, indexes: [3, 4, 5] },
    ]);
  });

  it('leaves a day between two gaps alone', () => {
    expect(lineRuns([solid(null), pale(1), solid(null), solid(2)])).toEqual([
      { isProvisional: true, indexes: [1] },
      { isProvisional: false, indexes: [3] },
    ]);
  });

  it('draws nothing from nothing', () => {
    expect(lineRuns([solid(null), pale(null)])).toEqual([]);
  });
});
