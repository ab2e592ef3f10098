import * as fc from 'fast-check';

import { COHORTS, isInCohort, type Cohort } from '../../src/domain/kpi/cohort';
import { MTTR_NAMES } from '../../src/domain/kpi/mttr';
import { scorecardOf } from '../../src/domain/kpi/score';
import { NO_SEGMENT, segmentFiguresOf } from '../../src/domain/kpi/segment-figures';
import { TallyBuilder } from '../../src/domain/kpi/tally';
import { deskDay, epochMs, type DeskDay } from '../../src/domain/time';
import type {
  DayRange,
  EpisodePage,
  EpisodeQuery,
  EpisodeRow,
  EpisodeSort,
  ListedEpisodeRow,
  ScoreStore,
  Segment,
  SegmentDimension,
} from '../../src/ports/score-store';
import { T0 } from '../support/timeline-builder';
import { anyVerdict, AS_OF } from '../support/verdict-arbitrary';
import { aTicket, anEpisode, aWrite } from './stored-examples';

const DESK = 'jira:10000';
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map(deskDay);
const PERIOD: DayRange = { fromDay: deskDay('2026-03-02'), toDay: deskDay('2026-03-04') };
/** Alike to some collations, and not to a count. */
const NAMES = ['VPN', 'vpn', 'VPN ', 'Größe 😀', ''];

const anyRow = fc.record({
  verdict: anyVerdict,
  day: fc.constantFrom(...DAYS),
  requestType: fc.option(fc.constantFrom(...NAMES), { freq: 4 }),
  priority: fc.option(fc.constantFrom('High', 'Low'), { freq: 3 }),
});

/** The same rows for each engine: many, and one of a desk that is not asked for. */
const ROWS: readonly EpisodeRow[] = fc
  .sample(anyRow, { seed: 20_273, numRuns: 400 })
  .map(({ verdict, ...facts }, i): EpisodeRow => ({
    ...verdict,
    ...facts,
    doubtfulActors: [],
    ticketId: `jira:${i}`,
    deskId: i === 0 ? 'jira:20000' : DESK,
    definitionVersion: 1,
  }));

const SEGMENTS: readonly (Segment | null)[] = [
  null,
  ...[...NAMES, null].map((value): Segment => ({ dimension: 'request-type', value })),
  { dimension: 'priority', value: 'High' },
  { dimension: 'ai-agent', value: null },
  { dimension: 'ai-agent', value: 'Bot' },
];

const partOf = (row: EpisodeRow, dimension: SegmentDimension): string | null =>
  ({ 'request-type': row.requestType, priority: row.priority, 'ai-agent': row.aiAgentId })[
    dimension
  ];
const isOf = (day: DeskDay, { fromDay, toDay }: DayRange): boolean => day >= fromDay && day < toDay;

function expectedOf(cohort: Cohort, segment: Segment | null): readonly EpisodeRow[] {
  return ROWS.filter(
    (row) =>
      row.deskId === DESK &&
      (cohort.isOfAnyDay === true || isOf(row.day, PERIOD)) &&
      (segment === null || partOf(row, segment.dimension) === segment.value) &&
      isInCohort(cohort, row, AS_OF),
  );
}

const idsOf = (rows: readonly EpisodeRow[]): readonly string[] =>
  rows.map(({ ticketId }) => ticketId);
const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

/** The value in the middle of the sorted ones, or the mean of the two. */
function medianOf(values: readonly number[]): number | null {
  const ordered = [...values].sort((a, b) => a - b);
  const [low, high] = [
    ordered[Math.floor((ordered.length - 1) / 2)],
    ordered[Math.ceil((ordered.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const PAGE: EpisodePage = { sort: 'decidedAt', order: 'ascending', offset: 0, limit: 1_000 };

/** What screens ask of a ScoreStore; run on every engine. */
export function describeReportStore(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, as a ReportStore`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open());
      await store.migrate();
      await store.putEpisodes(ROWS);
    });
    afterAll(() => close());

    const query = (over: Partial<EpisodeQuery> = {}): EpisodeQuery => ({
      deskId: DESK,
      cohort: COHORTS.all,
      period: PERIOD,
      asOf: AS_OF,
      segment: null,
      ...over,
    });

    it.each(Object.entries(COHORTS))(
      'lists exactly the episodes of the cohort %s, of all and of every segment',
      async (_name, cohort) => {
        for (const segment of SEGMENTS) {
          const { total, rows } = await store.listEpisodes(query({ cohort, segment }), PAGE);
          const expected = expectedOf(cohort, segment);
          expect(sorted(idsOf(rows))).toEqual(sorted(idsOf(expected)));
          expect(total).toBe(expected.length);
        }
      },
    );

    it('names the tickets of ServiceNow that it lists, and none of Jira', async () => {
      const [id, deskId] = ['servicenow:46e5', 'servicenow:sn-acme'];
      const { ticket } = aTicket(id);
      await store.saveTicket(
        aWrite(id, {
          ticket: { ...ticket, source: 'servicenow', desk: deskId, key: 'INC0010001' },
        }),
        null,
      );
      await store.saveTicket(aWrite('jira:1'), null);
      await store.putEpisodes(
        [id, 'servicenow:unknown'].map((each) => anEpisode(each, { deskId })),
      );
      const asked = query({ deskId, period: { fromDay: deskDay('0'), toDay: deskDay('9') } });
      const named = [
        [id, 'INC0010001'],
        ['servicenow:unknown', null],
      ];
      const namesOf = (rows: readonly ListedEpisodeRow[]) =>
        rows.map(({ ticketId, ticketKey }) => [ticketId, ticketKey]);
      const { rows } = await store.listEpisodes(asked, PAGE);
      expect(namesOf(rows)).toEqual(named);
      const { lists } = await store.readPeriod({
        ...{ deskId, ...PERIOD, windowDays: null },
        lists: [
          { ...asked, name: 'there', page: PAGE },
          { ...query({ cohort: COHORTS.all }), name: 'here', page: PAGE },
        ],
      });
      expect(namesOf(lists.get('there')?.rows ?? [])).toEqual(named);
      const here = lists.get('here')?.rows ?? [];
      expect(here.length).toBeGreaterThan(0);
      expect(here.every(({ ticketKey }) => ticketKey === null)).toBe(true);
    });

    it('gives back whole rows', async () => {
      const { rows } = await store.listEpisodes(query(), PAGE);
      for (const row of rows) {
        const { ticketKey, ...episode } = row;
        expect(episode).toEqual(ROWS.find(({ ticketId }) => ticketId === row.ticketId));
        expect(ticketKey).toBeNull();
      }
    });

    const SORTS: readonly EpisodeSort[] = [
      'decidedAt',
      'openedAt',
      'resolvedAt',
      'timeToResolve',
      'confidence',
    ];
    const valueOf = (row: EpisodeRow, sort: EpisodeSort): number | null =>
      ({
        decidedAt: row.decidedAt,
        openedAt: row.openedAt,
        resolvedAt: row.resolvedAt,
        timeToResolve: row.episodeMs,
        confidence: row.confidence,
        outcome: null,
        requestType: null,
      })[sort];

    it.each(
      SORTS.flatMap((sort) =>
        (['ascending', 'descending'] as const).map((order) => ({ sort, order })),
      ),
    )('sorts by $sort, $order, with what has none last and equals by ticket', async (by) => {
      const { rows } = await store.listEpisodes(query(), { ...PAGE, ...by });
      const expected = [...expectedOf(COHORTS.all, null)].sort((a, b) => {
        const [x, y] = [valueOf(a, by.sort), valueOf(b, by.sort)];
        const tie = a.ticketId < b.ticketId ? -1 : 1;
        if (x === y) return tie;
        if (x === null || y === null) return x === null ? 1 : -1;
        return by.order === 'ascending' ? x - y : y - x;
      });
      expect(idsOf(rows)).toEqual(idsOf(expected));
    });

    it.each(['outcome', 'requestType'] as const)(
      'gives pages by %s that connect, and the total on each and past the end',
      async (sort) => {
        const whole = await store.listEpisodes(query(), { ...PAGE, sort });
        const paged: string[] = [];
        for (let offset = 0; offset < whole.total; offset += 23) {
          const page = await store.listEpisodes(query(), { ...PAGE, sort, offset, limit: 23 });
          expect(page.total).toBe(whole.total);
          paged.push(...idsOf(page.rows));
        }
        expect(paged).toEqual(idsOf(whole.rows));
        expect(new Set(paged).size).toBe(whole.total);
        const past = await store.listEpisodes(query(), { ...PAGE, sort, offset: 10_000 });
        expect(past).toEqual({ total: whole.total, rows: [] });
      },
    );

    it.each([null, 'request-type', 'priority', 'ai-agent'] as const)(
      'counts by %s what a tally counts, with exact medians',
      async (dimension) => {
        const slice = { ...PERIOD, dimension };
        const [segments] = await store.readSegments({ deskId: DESK, asOf: AS_OF, slices: [slice] });
        const inside = expectedOf(COHORTS.all, null);
        const keyOf = (row: EpisodeRow) => (dimension === null ? null : partOf(row, dimension));
        expect(new Set(segments?.keys())).toEqual(new Set(inside.map(keyOf)));
        for (const [segment, counts] of segments ?? []) {
          const rows = inside.filter((row) => keyOf(row) === segment);
          const tally = new TallyBuilder(AS_OF);
          for (const row of rows) tally.addVerdict(row);
          const score = scorecardOf(tally.build());
          const figures = segmentFiguresOf(counts);
          expect(figures.rates).toEqual(score.rates);
          expect(figures.episodes).toBe(score.episodes);
          expect(figures.provisional).toBe(
            Object.values(score.provisional).reduce((sum, count) => sum + count, 0),
          );
          for (const name of MTTR_NAMES) {
            const times = rows
              .filter((row) => isInCohort(COHORTS[`time:${name}`], row, AS_OF))
              .flatMap(({ episodeMs }) => (episodeMs === null ? [] : [episodeMs]));
            const time = figures.times[name];
            expect(time?.n ?? 0).toBe(times.length);
            expect(time?.sumMs ?? 0).toBe(times.reduce<number>((sum, ms) => sum + ms, 0));
            expect(time?.medianMs ?? null).toBe(medianOf(times));
            const squares = times.reduce<number>((sum, ms) => sum + ms * ms, 0);
            expect(Math.abs((time?.sumSquaresMs2 ?? 0) - squares)).toBeLessThanOrEqual(
              squares * 1e-12,
            );
          }
        }
      },
    );

    it('answers slices in their order, and nothing for days without episodes', async () => {
      const [first, second] = DAYS.map((day) => expectedDay(day));
      const slices = [
        { fromDay: deskDay('2026-03-02'), toDay: deskDay('2026-03-03'), dimension: null },
        { fromDay: deskDay('2026-03-01'), toDay: deskDay('2026-03-02'), dimension: null },
        { fromDay: deskDay('2025-01-01'), toDay: deskDay('2025-01-02'), dimension: null },
      ];
      const counted = await store.readSegments({ deskId: DESK, asOf: AS_OF, slices });
      expect(
        counted.map((each) => segmentFiguresOf(each.get(null) ?? NO_SEGMENT).episodes),
      ).toEqual([second, first, 0]);
      expect(await store.readSegments({ deskId: DESK, asOf: AS_OF, slices: [] })).toEqual([]);
    });

    const expectedDay = (day: DeskDay): number =>
      ROWS.filter((row) => row.deskId === DESK && row.day === day).length;

    it('reads a period in one go: days, the window of its length, and lists', async () => {
      const days = DAYS.slice(1);
      const rollups = days.map((day) => ({
        deskId: DESK,
        day,
        dimension: 'all' as const,
        segment: '',
        definitionVersion: 1,
        tally: 'whole',
        summary: `of ${day}`,
        computedAt: T0,
      }));
      await store.putDayRollups(DESK, days, [...rollups].reverse(), T0);
      const asked = { deskId: DESK, ...PERIOD, windowDays: 30, lists: [] };
      const summaries = [
        { day: '2026-03-02', summary: 'of 2026-03-02' },
        { day: '2026-03-03', summary: 'of 2026-03-03' },
      ];
      const none = { days: summaries, window: null, lists: new Map() };
      expect(await store.readPeriod(asked)).toEqual(none);
      const window = {
        ...{ deskId: DESK, days: 30, definitionVersion: 2, computedAt: T0 },
        ...{ tally: 'w', summary: 'in short' },
      };
      await store.putWindows([
        { ...window, tally: 'old' },
        { ...window, days: 7, tally: 'other' },
      ]);
      await store.putWindows([window]);
      await store.putDayRollups(DESK, days, rollups, epochMs(T0 + 1));
      expect(await store.readPeriod(asked)).toEqual({ ...none, window });
      expect(await store.readPeriod({ ...asked, windowDays: null })).toEqual(none);
      const { deskId, definitionVersion, computedAt, summary } = window;
      expect(await store.readWindowSummaries({ deskIds: [DESK, 'jira:30000'], days: 30 })).toEqual([
        { deskId, definitionVersion, computedAt, summary },
      ]);
      // As an older app left it.
      await store.putWindows([{ ...window, days: 90, summary: '' }]);
      expect(await store.readWindowSummaries({ deskIds: [DESK], days: 90 })).toMatchObject([
        { summary: null },
      ]);
      expect(await store.readWindowSummaries({ deskIds: [], days: 30 })).toEqual([]);

      const page = { ...PAGE, order: 'descending' as const, limit: 7 };
      const listed = (cohort: Cohort, listName: string) => ({
        ...query({ cohort }),
        name: listName,
        page,
      });
      const { lists, ...rest } = await store.readPeriod({
        ...asked,
        lists: [
          listed(COHORTS['outcome:reversed'], 'reversed'),
          listed(COHORTS['escalated-open'], 'waiting'),
          { ...listed(COHORTS.all, 'nothing'), deskId: 'jira:30000' },
        ],
      });
      expect(rest).toEqual({ days: summaries, window });
      expect(lists.get('reversed')).toEqual(
        await store.listEpisodes(query({ cohort: COHORTS['outcome:reversed'] }), page),
      );
      expect(lists.get('waiting')).toEqual(
        await store.listEpisodes(query({ cohort: COHORTS['escalated-open'] }), page),
      );
      expect(lists.get('reversed')?.rows).toHaveLength(7);
      expect(lists.get('nothing')).toEqual({ total: 0, rows: [] });
    });

    it('marks every day that has a roll-up, again where it was marked', async () => {
      const marked = async () =>
        (await store.listMarkedDays(DESK, 99)).map(({ day, mark }) => `${day} ${mark}`);
      await store.markDays(DESK, [deskDay('2026-03-02')], 'first');
      await store.markAllDays(DESK, 'again');
      expect(await marked()).toEqual(['2026-03-02 again', '2026-03-03 again', '2026-03-04 again']);
    });
  });
}
