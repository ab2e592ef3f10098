import { DEFAULT_DEFINITION } from '../../../../src/domain/outcome/definition';
import { comparisonCsv } from '../../../../static/global-page/comparison/comparison-csv';
import { prepareComparison } from '../../../../static/global-page/comparison/prepare-comparison';
import { FORMATS, GERMAN, plain } from '../builders';
import { aSegmentScore } from '../project-page/builders';
import { aComparedDesk, aComparisonOf, rateOf, withResolution } from './builders';

const BY_NAME = { reference: null, sort: 'desk', order: 'ascending' } as const;
const AGAINST_IT = { ...BY_NAME, reference: 'IT' };
const HOUR_MS = 3_600_000;

const IT = withResolution('IT', rateOf(45, 100));
const CLEARLY_BETTER = withResolution('acme', rateOf(60, 100), {
  desk: { key: 'sn-acme', name: 'acme', source: 'servicenow', timeZone: 'UTC' },
});
const PERHAPS_BETTER = withResolution('HR', rateOf(50, 100));
const STRICT = withResolution('Legal', rateOf(90, 100), {
  definition: { ...DEFAULT_DEFINITION, windowHours: 72, excludedResolutions: ['Duplicate'] },
});

const rowOf = (view: ReturnType<typeof prepareComparison>, name: string) => {
  const row = view.rows.find((each) => each.name === name);
  if (row === undefined) throw new Error(`There is no row of ${name}`);
  return row;
};

describe('prepareComparison', () => {
  it('shows each rate with what it was counted from and its interval', () => {
    const { cells } = rowOf(prepareComparison(aComparisonOf([IT]), BY_NAME, FORMATS), 'IT');
    expect(cells.aiResolution).toMatchObject({ value: '45%', basis: '45 of 100', isTooFew: false });
    // Wilson 45/100: [0.3561, 0.5476].
    expect(cells.aiResolution.interval?.low).toBeCloseTo(0.3561, 4);
    expect(plain(cells.aiResolution.interval?.label ?? '')).toBe('95% interval: 36% to 55%');
  });

  it('shows no data as a dash, never as zero, and a desk without figures as such', () => {
    const empty = aComparedDesk('HR', { score: null, period: null, computedAt: null });
    const view = prepareComparison(aComparisonOf([IT, empty]), BY_NAME, FORMATS);
    expect(rowOf(view, 'IT').cells.coverage.value).toBe('–');
    expect(rowOf(view, 'HR').cells.episodes.value).toBe('–');
    expect(rowOf(view, 'HR').facts).toEqual(['Not computed yet', 'Definition v3']);
  });

  it('says that few tickets tell little, and shows provisional ones apart', () => {
    const score = aSegmentScore({ provisional: 4, rates: { reversal: rateOf(1, 4) } });
    const view = prepareComparison(
      aComparisonOf([aComparedDesk('IT', { score })]),
      BY_NAME,
      FORMATS,
    );
    const { reversal, episodes } = rowOf(view, 'IT').cells;
    expect(reversal.isTooFew).toBe(true);
    expect(episodes).toMatchObject({ value: '10', basis: '4 not mature' });
  });

  it('tells the mean with its median, and how long what is open has waited', () => {
    const time = { n: 9, meanMs: 2 * HOUR_MS, medianMs: HOUR_MS, interval: null };
    const desk = aComparedDesk('IT', {
      score: aSegmentScore({ timeToResolve: { episode: null, ai: time, human: null } }),
      open: { tickets: 3, medianAgeMs: 5 * HOUR_MS },
    });
    const { cells } = rowOf(prepareComparison(aComparisonOf([desk]), BY_NAME, FORMATS), 'IT');
    expect(plain(`${cells['mttr-ai'].value}; ${cells['mttr-ai'].basis ?? ''}`)).toBe(
      '2 h; median 1 h · n 9',
    );
    expect(plain(`${cells.open.value}; ${cells.open.basis ?? ''}`)).toBe('3; median age 5 h');
  });

  it('names a difference only where its interval leaves out zero', () => {
    const desks = aComparisonOf([IT, CLEARLY_BETTER, PERHAPS_BETTER]);
    const view = prepareComparison(desks, AGAINST_IT, FORMATS);
    // The rule book's check value: 60/100 − 45/100 = 0.15 [0.0117, 0.2804].
    const { difference } = rowOf(view, 'acme').cells.aiResolution;
    expect(difference?.isHigher).toBe(true);
    expect(plain(difference?.value ?? '')).toBe('+15 pts');
    expect(plain(difference?.words ?? '')).toBe(
      '15 pts higher than IT; 95% interval: +1 pts to +28 pts',
    );
    expect(rowOf(view, 'HR').cells.aiResolution.difference).toBeNull();
    expect(rowOf(view, 'IT')).toMatchObject({
      isReference: true,
      cells: { aiResolution: { difference: null } },
    });
    const without = prepareComparison(desks, BY_NAME, FORMATS);
    expect(rowOf(without, 'acme').cells.aiResolution.difference).toBeNull();
    expect(without.differing).toBeNull();
  });

  it('compares nothing that is measured by another definition, and says what differs', () => {
    const view = prepareComparison(aComparisonOf([IT, STRICT]), AGAINST_IT, FORMATS);
    const { cells, warnings } = rowOf(view, 'Legal');
    expect(cells.aiResolution.difference).toBeNull();
    expect(warnings.map(plain)).toEqual([
      'Not comparable, measured differently. Window: 72 h (3 days) instead of 168 h (7 days) and ' +
        "Excluded resolutions: Duplicate instead of Duplicate, Cancelled, Declined and Won't Do",
    ]);
    expect(view.differing).toMatch(/^1 desk is measured by another definition than the reference/);
    expect(rowOf(view, 'IT').warnings).toEqual([]);
  });

  it('takes the definition of most desks for the usual one, whatever their versions are called', () => {
    const renamed = { ...PERHAPS_BETTER, definitionVersion: 9 };
    const view = prepareComparison(aComparisonOf([STRICT, IT, renamed]), BY_NAME, GERMAN);
    expect(view.rows.filter(({ warnings }) => warnings.length > 0)).toMatchObject([
      { name: 'Legal' },
    ]);
    expect(view.differing).toMatch(/^1 Desk wird nach einer anderen Definition gemessen/);
  });

  it('says when history is being read and when tickets are judged again', () => {
    const backfill = {
      status: 'running',
      ticketsDone: 50,
      ticketsTotal: 200,
      finishedAt: null,
    } as const;
    const desk = aComparedDesk('IT', { backfill, isRescoring: true, completeFrom: null });
    const { warnings } = rowOf(prepareComparison(aComparisonOf([desk]), BY_NAME, FORMATS), 'IT');
    expect(warnings).toEqual([
      'Its tickets are being judged again by definition v3: figures are of both until then.',
      'Reading history: 50 of 200 tickets (25%)',
      'The history has not been read to its end: these days may lack tickets.',
    ]);
  });

  it('sorts by any column, with desks without data last either way', () => {
    const none = withResolution('Zoo', null);
    const desks = aComparisonOf([none, IT, CLEARLY_BETTER, PERHAPS_BETTER]);
    const names = (order: 'ascending' | 'descending') =>
      prepareComparison(desks, { ...BY_NAME, sort: 'aiResolution', order }, FORMATS).rows.map(
        ({ name }) => name,
      );
    expect(names('descending')).toEqual(['acme', 'HR', 'IT', 'Zoo']);
    expect(names('ascending')).toEqual(['IT', 'HR', 'acme', 'Zoo']);
  });

  it('says how many desks are not shown', () => {
    expect(prepareComparison(aComparisonOf([IT], 63), BY_NAME, FORMATS).more).toBe(
      'The first 1 of 63 desks are shown, by name.',
    );
  });
});

describe('comparisonCsv', () => {
  it('holds a line a desk, with nothing where there is no data', () => {
    const { fields, rows } = comparisonCsv([CLEARLY_BETTER, aComparedDesk('HR', { score: null })]);
    const valueOf = (row: number, field: string) => rows[row]?.[fields.indexOf(field)];
    expect(fields.slice(0, 3)).toEqual(['desk_key', 'desk_name', 'source']);
    expect(valueOf(0, 'ai_resolution_numerator')).toBe(60);
    expect(valueOf(0, 'ai_resolution_low')).toBeCloseTo(0.502, 4);
    expect(valueOf(0, 'source')).toBe('servicenow');
    expect(valueOf(0, 'coverage')).toBeNull();
    expect(valueOf(1, 'episodes')).toBeNull();
  });
});
