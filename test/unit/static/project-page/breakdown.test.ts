import {
  prepareRows,
  prepareTotal,
} from '../../../../static/project-page/breakdown/prepare-breakdown';
import { sortRows } from '../../../../static/project-page/breakdown/sort-rows';
import type { BreakdownPlace } from '../../../../static/project-page/place/place';
import { FORMATS, aRate, plain } from '../builders';
import { aBreakdown, aBreakdownRow, aSegmentScore } from './builders';

const place: BreakdownPlace = {
  tab: 'breakdown',
  days: 30,
  dimension: 'request-type',
  sort: 'hurts',
  order: 'descending',
};

describe('sortRows', () => {
  const row = (words: string, gap: number | null, reversed = 0) => ({
    ...aSegmentScore({
      rates: {
        containmentGap: gap === null ? null : aRate(gap, 100),
        reversal: aRate(reversed, 10),
      },
    }),
    words,
  });
  const rows = [row('Quiet', 1), row('No AI', null), row('Vanish', 9, 1), row('Return', 9, 4)];
  const names = (sorted: readonly { readonly words: string }[]) => sorted.map(({ words }) => words);

  it('puts first what came back or vanished, and of equals what came back more', () => {
    expect(names(sortRows(rows, 'hurts', 'descending'))).toEqual([
      'Return',
      'Vanish',
      'Quiet',
      'No AI',
    ]);
  });

  it('keeps rows without data last, whichever way', () => {
    expect(names(sortRows(rows, 'containmentGap', 'ascending'))).toEqual([
      'Quiet',
      'Return',
      'Vanish',
      'No AI',
    ]);
  });

  it('sorts by name and by size', () => {
    expect(names(sortRows(rows, 'segment', 'ascending'))).toEqual([
      'No AI',
      'Quiet',
      'Return',
      'Vanish',
    ]);
    const sizes = [3, 1, 2].map((episodes) => ({
      ...aSegmentScore({ episodes }),
      words: String(episodes),
    }));
    expect(names(sortRows(sizes, 'episodes', 'descending'))).toEqual(['3', '2', '1']);
  });
});

describe('prepareRows', () => {
  const breakdown = aBreakdown({
    rows: [
      aBreakdownRow('VPN', {
        episodes: 40,
        provisional: 3,
        rates: { reversal: aRate(2, 7, 0.08, 0.64), containmentGap: aRate(8, 30, 0.14, 0.44) },
        timeToResolve: {
          episode: null,
          ai: {
            n: 12,
            meanMs: 7_200_000,
            medianMs: 60_000,
            interval: { lowMs: 3_600_000, highMs: 10_800_000 },
          },
          human: null,
        },
      }),
      aBreakdownRow(null),
    ],
  });
  const [vpn, none] = prepareRows(breakdown, place, FORMATS);

  it('says what each number was counted from, and where it is too few to tell', () => {
    expect(vpn?.cells.reversal).toMatchObject({ value: '29%', basis: '2 of 7', isTooFew: true });
    expect(vpn?.cells.containmentGap).toMatchObject({ basis: '8 of 30', isTooFew: false });
    expect(plain(vpn?.cells['mttr-ai'].value ?? '')).toBe('2 h');
    expect(plain(vpn?.cells['mttr-ai'].basis ?? '')).toBe('median 1 min · n 12');
    expect(plain(vpn?.cells['mttr-ai'].exact ?? '')).toBe('95% interval: 1 h to 3 h');
    expect(vpn?.cells.episodes).toMatchObject({ value: '40', basis: '3 not mature' });
    expect(vpn?.cells.coverage).toMatchObject({ value: '–', tickets: null });
  });

  it('leads to exactly the tickets of that part', () => {
    expect(vpn?.cells.reversal.tickets).toMatchObject({
      words: 'VPN, Reversal: list 2 tickets',
      place: {
        cohort: 'rate:reversal',
        clicked: 2,
        period: { fromDay: '2026-02-09', toDay: '2026-03-11' },
        segment: { dimension: 'request-type', value: 'VPN', label: null },
      },
    });
    expect(none?.cells.episodes.tickets?.place.segment).toEqual({
      dimension: 'request-type',
      value: null,
      label: null,
    });
  });

  it('names what has none, and agents by their names', () => {
    expect(none?.label).toBe('No request type');
    const agents = aBreakdown({
      dimension: 'ai-agent',
      rows: [aBreakdownRow('a-1', {}, 'Atlas'), aBreakdownRow('a-2', {}, null)],
    });
    const rows = prepareRows(agents, { ...place, sort: 'segment', order: 'ascending' }, FORMATS);
    expect(rows.map(({ label }) => label)).toEqual(['Atlas', 'Unnamed agent']);
    expect(rows[0]?.cells.episodes.tickets?.place.segment).toEqual({
      dimension: 'ai-agent',
      value: 'a-1',
      label: 'Atlas',
    });
  });

  it('ends with all of them, whatever the part', () => {
    const total = prepareTotal({ ...breakdown, total: aSegmentScore({ episodes: 41 }) }, FORMATS);
    expect(total.cells.episodes.tickets?.place).toMatchObject({ segment: null, clicked: 41 });
  });
});
