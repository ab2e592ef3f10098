import { parsePlace } from '../../../../static/project-page/place/parse-place';
import { pathOf } from '../../../../static/project-page/place/path-of';
import type { Place } from '../../../../static/project-page/place/place';
import { aTicketsPlace } from './builders';

const parse = (path: string): Place => {
  const [pathname = '', search = ''] = path.split('?');
  return parsePlace({ pathname, search: search === '' ? '' : `?${search}` });
};

const PLACES: readonly Place[] = [
  { tab: 'overview', days: 90 },
  { tab: 'trends', days: 365, by: 'day', measure: 'mttr-human' },
  { tab: 'breakdown', days: 7, dimension: 'ai-agent', sort: 'reversal', order: 'ascending' },
  aTicketsPlace({ clicked: 53, page: 2, sort: 'outcome' }),
  aTicketsPlace({
    segment: { dimension: 'request-type', value: 'Äpfel & Birnen=100 %', label: null },
  }),
  aTicketsPlace({ segment: { dimension: 'ai-agent', value: 'a-1', label: 'Atlas' } }),
  aTicketsPlace({ segment: { dimension: 'priority', value: null, label: null }, clicked: 0 }),
  {
    tab: 'compare',
    periods: {
      earlier: { fromDay: '2026-01-01', toDay: '2026-01-08' },
      later: { fromDay: '2026-01-08', toDay: '2026-01-15' },
    },
  },
  { tab: 'compare', periods: null },
];

it.each(PLACES)('gives a place back from its address: %j', (place) => {
  expect(parse(pathOf(place))).toEqual(place);
});

it('writes addresses that people can read', () => {
  expect(pathOf({ tab: 'overview', days: 30 })).toBe('/?days=30');
  expect(pathOf(aTicketsPlace({ clicked: 53 }))).toBe(
    '/tickets?cohort=rate%3AaiResolution&from=2026-02-01&to=2026-03-03&n=53&sort=decidedAt&order=descending',
  );
});

it.each([
  ['/', { tab: 'overview', days: 30 }],
  ['/nowhere?days=5', { tab: 'overview', days: 30 }],
  [
    '/trends/?days=2&by=year&kpi=luck',
    { tab: 'trends', days: 90, by: 'week', measure: 'aiResolution' },
  ],
  [
    '/breakdown?dim=mood&sort=name&order=up',
    { tab: 'breakdown', days: 30, dimension: 'request-type', sort: 'hurts', order: 'descending' },
  ],
  [
    '/compare?from=2026-01-08&to=2026-01-01&from2=2026-02-01&to2=2026-02-02',
    { tab: 'compare', periods: null },
  ],
  // The app compares neither what overlaps nor more than 366 days.
  [
    '/compare?from=2026-01-01&to=2026-01-08&from2=2026-01-07&to2=2026-01-15',
    { tab: 'compare', periods: null },
  ],
  [
    '/compare?from=2024-01-01&to=2025-01-02&from2=2026-01-07&to2=2026-01-15',
    { tab: 'compare', periods: null },
  ],
])('takes the default for what an address says wrongly: %s', (path, expected) => {
  expect(parse(path)).toEqual(expected);
});

it('takes no page that no list has', () => {
  const pageOf = (page: string) => parse(`/tickets?page=${page}`);
  expect(pageOf('20000')).toMatchObject({ page: 20_000 });
  expect(pageOf('20001')).toMatchObject({ page: 0 });
});

it('takes no day that the calendar does not have, and no number that is none', () => {
  expect(parse('/tickets?cohort=all&from=2026-02-30&to=2026-03-03&n=-1&page=x')).toEqual(
    aTicketsPlace({ cohort: 'all', period: null }),
  );
});
