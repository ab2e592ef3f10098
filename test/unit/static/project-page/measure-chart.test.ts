import { durationAxis } from '../../../../static/shared/prepare/axis';
import { prepareMeasureChart } from '../../../../static/shared/prepare/measure-chart';
import { FORMATS, aRate, aTrendPoint, plain } from '../builders';

const course = {
  points: [
    aTrendPoint('2026-03-02', { days: 7, rates: { reversal: aRate(1, 10, 0.02, 0.4) } }),
    aTrendPoint('2026-03-09', { days: 7 }),
    aTrendPoint('2026-03-16', {
      days: 7,
      rates: { reversal: aRate(2, 8, 0.07, 0.59) },
      isProvisional: true,
    }),
  ],
  changes: [
    { version: 2, publishedAt: '2026-01-01T00:00:00Z', day: '2026-01-01' },
    { version: 3, publishedAt: '2026-03-12T08:00:00Z', day: '2026-03-12' },
  ],
};
const view = prepareMeasureChart('reversal', course, FORMATS);

it('keeps gaps, and begins the pale end with the first point that is not mature', () => {
  expect(view?.points.map(({ value }) => value)).toEqual([0.1, null, 0.25]);
  expect(view?.provisionalFrom).toBe(2);
  expect(view?.end).toEqual({ index: 2, label: '25%' });
});

it('holds every interval on its axis', () => {
  expect(view?.top).toBe(1);
});

it('marks a change of the definition between the weeks, and none from before', () => {
  // 12 March is 10 days after the first week began: 10 / 7.
  expect(view?.marks).toEqual([
    { index: 10 / 7, label: 'definition v3', exact: 'Definition v3 holds since 12 Mar 2026.' },
  ]);
});

it('spells out each point', () => {
  expect(view?.readouts.map(plain)).toEqual([
    'Week from 2 Mar 2026 · 10% · 1 of 10 · 95% interval: 2% to 40%',
    'Week from 9 Mar 2026 · no data',
    'Week from 16 Mar 2026 · 25% · 2 of 8 · 95% interval: 7% to 59% · not all of it is mature yet',
  ]);
});

it('draws the interval of a mean, cut where it would make the line flat', () => {
  const MINUTE = 60_000;
  const times = { episode: null, human: null };
  const point = (day: string, mean: number, ai: { lowMs: number; highMs: number } | null) =>
    aTrendPoint(day, {
      timeToResolveMs: { ...times, ai: { n: 3, mean } },
      timeIntervalsMs: { ...times, ai },
    });
  const view = prepareMeasureChart(
    'mttr-ai',
    {
      points: [
        point('2026-03-02', 10 * MINUTE, { lowMs: 5 * MINUTE, highMs: 15 * MINUTE }),
        point('2026-03-03', 20 * MINUTE, { lowMs: 0, highMs: 900 * MINUTE }),
        point('2026-03-04', 8 * MINUTE, null),
      ],
      changes: [],
    },
    FORMATS,
  );
  // Twice the largest mean is 40 min.
  expect(view?.top).toBe(40 * MINUTE);
  expect(view?.points.map(({ low, high }) => [(low ?? 0) / MINUTE, (high ?? 0) / MINUTE])).toEqual([
    [5, 15],
    [0, 40],
    [8, 8],
  ]);
  expect(view?.hasBand).toBe(true);
  expect(plain(view?.readouts[1] ?? '')).toContain('95% interval: 0 s to 15 h');
  expect(view?.readouts[2]).not.toContain('interval');
});

it('draws times without an interval, in steps that a clock has', () => {
  const times = prepareMeasureChart(
    'mttr-ai',
    {
      points: [aTrendPoint('2026-03-02', { timeToResolveMs: { ai: { n: 3, mean: 50 * 60_000 } } })],
      changes: [],
    },
    FORMATS,
  );
  expect(times?.hasBand).toBe(false);
  expect(times?.yTicks.map(({ label }) => plain(label))).toEqual([
    '0 s',
    '10 min',
    '20 min',
    '30 min',
    '40 min',
    '50 min',
  ]);
  expect(times?.caption).toBe('');
});

it('is nothing without a value', () => {
  expect(prepareMeasureChart('coverage', course, FORMATS)).toBeNull();
});

it.each([
  [0, 1_000, 1_000],
  [61_000, 90_000, 30_000],
  [3 * 86_400_000, 3 * 86_400_000, 86_400_000],
  [600 * 86_400_000, 600 * 86_400_000, 200 * 86_400_000],
])('chooses a round axis for %d ms', (highest, top, step) => {
  expect(durationAxis(highest)).toEqual({ top, step });
});
