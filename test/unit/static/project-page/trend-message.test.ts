import { prepareTrendMessage } from '../../../../static/shared/prepare/trend-message';
import { FORMATS, GERMAN, aRate, aTrendPoint, plain } from '../builders';

const points = (
  counts: readonly (readonly [number, number] | null)[],
  { provisionalFrom = counts.length }: { readonly provisionalFrom?: number } = {},
) =>
  counts.map((count, index) =>
    aTrendPoint(`2026-03-${String(index + 1).padStart(2, '0')}`, {
      rates: { aiResolution: count === null ? null : aRate(...count) },
      isProvisional: index >= provisionalFrom,
    }),
  );
const message = (
  counts: Parameters<typeof points>[0],
  { provisionalFrom, changedOn }: { provisionalFrom?: number; changedOn?: string } = {},
  formats = FORMATS,
) =>
  prepareTrendMessage(
    'aiResolution',
    {
      points: points(counts, provisionalFrom === undefined ? {} : { provisionalFrom }),
      changes:
        changedOn === undefined
          ? []
          : [{ version: 3, publishedAt: `${changedOn}T10:00:00Z`, day: changedOn }],
    },
    formats,
  );

describe('the message of a rate', () => {
  it('tells a rise that the interval leaves no doubt of', () => {
    // First third 40 of 200, last third 60 of 200: +10 points, Newcombe 1.6 to 18.3.
    const told = message([
      [20, 100],
      [20, 100],
      [25, 100],
      [25, 100],
      [30, 100],
      [30, 100],
    ]);
    expect(told?.title).toBe('AI resolution rose from 20% to 30% over the period');
    expect(plain(told?.detail ?? '')).toBe(
      'First third 20% (40 of 200), last third 30% (60 of 200): difference +10 pts, 95% interval +2 pts to +18 pts.',
    );
  });

  it('tells a fall', () => {
    const told = message([
      [60, 100],
      [60, 100],
      [1, 2],
      [1, 2],
      [40, 100],
      [40, 100],
    ]);
    expect(told?.title).toBe('AI resolution fell from 60% to 40% over the period');
  });

  it('claims nothing while the interval holds zero', () => {
    // 4 of 10 against 6 of 10: −21 to +54 points or so.
    const told = message([
      [2, 5],
      [2, 5],
      [5, 10],
      [5, 10],
      [3, 5],
      [3, 5],
    ]);
    expect(told?.title).toBe('AI resolution: no clear change, 50% over the period');
  });

  it('leaves out points that are not mature and days without data', () => {
    const counts: [number, number][] = [
      [2, 5],
      [2, 5],
      [5, 10],
      [5, 10],
      [3, 5],
      [3, 5],
    ];
    const told = message([...counts, null, [100, 100]], { provisionalFrom: 7 });
    expect(told?.title).toBe('AI resolution: no clear change, 50% over the period');
  });

  it('looks only at what follows the last change of the definition, if that is enough', () => {
    const after: [number, number][] = [
      [4, 10],
      [4, 10],
      [4, 10],
      [4, 10],
      [4, 10],
      [4, 10],
    ];
    expect(message([[99, 100], [99, 100], ...after], { changedOn: '2026-03-03' })?.title).toBe(
      'AI resolution: no clear change, 40% since definition v3 (3 Mar 2026)',
    );
    expect(message([[99, 100], [99, 100], ...after], { changedOn: '2026-03-04' })?.title).toMatch(
      /^AI resolution fell from 99% to 40% over the period$/,
    );
  });

  it('says when there are too few points', () => {
    expect(
      message([
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toEqual({
      title: 'AI resolution: 50% over the period',
      detail: 'Too few mature points to tell a direction.',
    });
  });

  it('is nothing without data', () => {
    expect(message([null, null])).toBeNull();
  });

  it('speaks German', () => {
    const told = message(
      [
        [2, 5],
        [2, 5],
        [5, 10],
        [5, 10],
        [3, 5],
        [3, 5],
      ],
      {},
      GERMAN,
    );
    expect(plain(told?.title ?? '')).toBe('KI-Lösung: keine klare Änderung, 50 % im Zeitraum');
  });
});

describe('the message of a time', () => {
  it('weighs days by their tickets and claims no change', () => {
    const course = {
      points: [
        aTrendPoint('2026-03-01', { timeToResolveMs: { ai: { n: 1, mean: 600_000 } } }),
        aTrendPoint('2026-03-02', { timeToResolveMs: { ai: { n: 3, mean: 200_000 } } }),
      ],
      changes: [],
    };
    // (600 + 3 × 200) / 4 = 300 s
    expect(plain(prepareTrendMessage('mttr-ai', course, FORMATS)?.title ?? '')).toBe(
      'MTTR, AI: 5 min on average over 4 resolved tickets',
    );
    expect(prepareTrendMessage('mttr-human', course, FORMATS)).toBeNull();
  });
});
