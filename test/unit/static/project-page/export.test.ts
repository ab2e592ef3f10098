import type { ListTicketsInput, TicketList } from '../../../../src/contract';
import { csvFileName } from '../../../../static/project-page/csv/file-name';
import { toCsv } from '../../../../static/project-page/csv/to-csv';
import { collectTickets } from '../../../../static/project-page/tickets/collect-tickets';
import { ticketCsv } from '../../../../static/project-page/tickets/ticket-csv';
import { trendCsv } from '../../../../static/project-page/trends/trend-csv';
import { aRate, aTrendPoint } from '../builders';
import { aList, anEpisodeRow, aTrend } from './builders';

const ASKED: Omit<ListTicketsInput, 'offset' | 'limit'> = {
  project: 'IT',
  cohort: 'all',
  period: { fromDay: '2026-02-01', toDay: '2026-03-03' },
  segment: null,
  sort: 'decidedAt',
  order: 'descending',
};
const all = Array.from({ length: 2_300 }, (_, index) => anEpisodeRow({ issueId: String(index) }));

/** A backend that holds a list, and is asked page by page. */
function aBackend(answer: (list: TicketList, call: number) => TicketList = (list) => list) {
  const asked: ListTicketsInput[] = [];
  return {
    asked,
    listTickets: async (input: ListTicketsInput) => {
      asked.push(input);
      const { offset, limit } = input;
      const rows = all.slice(offset, offset + limit);
      const list = aList({ total: all.length, offset, rows });
      return { ok: true as const, value: answer(list, asked.length) };
    },
  };
}
const watch = { onProgress: () => undefined, isCancelled: () => false };

describe('collectTickets', () => {
  it('reads every page and tells how far it is', async () => {
    const backend = aBackend();
    const progress: number[] = [];
    const collected = await collectTickets(backend, ASKED, {
      ...watch,
      onProgress: (done) => progress.push(done),
    });
    expect(collected.kind === 'done' && collected.rows.map(({ issueId }) => issueId)).toEqual(
      all.map(({ issueId }) => issueId),
    );
    expect(progress).toEqual([1_000, 2_000, 2_300]);
    expect(backend.asked.map(({ offset, limit }) => [offset, limit])).toEqual([
      [0, 1_000],
      [1_000, 1_000],
      [2_000, 1_000],
    ]);
  });

  it('begins anew when the figures are computed again meanwhile', async () => {
    const backend = aBackend((list, call) => ({
      ...list,
      computedAt: call === 1 ? '2026-03-10T08:00:00Z' : '2026-03-10T09:00:00Z',
    }));
    const collected = await collectTickets(backend, ASKED, watch);
    expect(collected.kind === 'done' && collected.rows.length).toBe(2_300);
    expect(backend.asked).toHaveLength(5);
  });

  it('gives up when that does not end', async () => {
    const backend = aBackend((list, call) => ({ ...list, total: list.total + call }));
    expect(await collectTickets(backend, ASKED, watch)).toEqual({ kind: 'unsteady' });
  });

  it('stops when cancelled, before it asks again', async () => {
    const backend = aBackend();
    const cancelled = { ...watch, isCancelled: () => backend.asked.length >= 1 };
    expect(await collectTickets(backend, ASKED, cancelled)).toEqual({ kind: 'cancelled' });
    expect(backend.asked).toHaveLength(1);
  });

  it('hands on why the app refused, and that it did not answer', async () => {
    const refusing = async () => ({ ok: false as const, error: { kind: 'conflict' as const } });
    expect(await collectTickets({ listTickets: refusing }, ASKED, watch)).toEqual({
      kind: 'failed',
      failure: { kind: 'app', error: { kind: 'conflict' } },
    });
    const gone = (): Promise<never> => Promise.reject(new Error('gone'));
    expect(await collectTickets({ listTickets: gone }, ASKED, watch)).toEqual({
      kind: 'failed',
      failure: { kind: 'unreachable' },
    });
  });
});

describe('the file', () => {
  it('holds raw codes, ISO times and milliseconds, and no word of the ticket itself', async () => {
    const text = await toCsv(ticketCsv([anEpisodeRow({ episode: 1, reason: null })], null));
    expect(text.split('\r\n')).toEqual([
      'issue_id,episode,outcome,rule,reason,evidence,first_contact,opened_at,resolved_at,decided_at,matures_at,is_mature,time_to_resolve_ms,request_type,priority,agent,confidence',
      '10007,2,ai-resolved,ai-resolved,,confirmed,true,2026-03-02T09:00:00Z,2026-03-02T09:02:00Z,2026-03-02T09:02:00Z,2026-03-09T09:02:00Z,true,120000,VPN,High,Atlas,0.934',
    ]);
  });

  it('adds key, summary and status when asked, empty for hidden tickets, and disarms formulas', async () => {
    const issues = new Map([
      ['10007', { key: 'IT-7', summary: '=HYPERLINK("x"), please', status: 'Open' }],
    ]);
    const rows = [anEpisodeRow(), anEpisodeRow({ issueId: '10008' })];
    const [head, seen, hidden] = (await toCsv(ticketCsv(rows, issues))).split('\r\n');
    expect(head).toMatch(/,key,summary,status$/);
    expect(seen).toMatch(/,IT-7,"'=HYPERLINK\(""x""\), please",Open$/);
    expect(hidden).toMatch(/,0\.934,,,$/);
  });

  it('has a name with desk, subject and the days inside', () => {
    expect(csvFileName('IT', 'rate:aiResolution', ASKED.period)).toBe(
      'firstline_IT_rate-aiResolution_2026-02-01_2026-03-02.csv',
    );
    expect(csvFileName('IT', 'open', null)).toBe('firstline_IT_open.csv');
  });

  it('holds a trend with its intervals, empty where there is no data', async () => {
    const trend = aTrend({
      points: [
        aTrendPoint('2026-03-01', { rates: { reversal: aRate(1, 4, 0.05, 0.7) } }),
        aTrendPoint('2026-03-02', { isProvisional: true }),
      ],
    });
    expect((await toCsv(trendCsv('reversal', trend))).split('\r\n')).toEqual([
      'first_day,days,measure,value,numerator,denominator,low95,high95,is_provisional',
      '2026-03-01,1,reversal,0.25,1,4,0.05,0.7,false',
      '2026-03-02,1,reversal,,,,,,true',
    ]);
  });

  it('holds the interval of a mean too', async () => {
    const times = { episode: null, human: null };
    const trend = aTrend({
      points: [
        aTrendPoint('2026-03-01', {
          timeToResolveMs: { ...times, ai: { n: 3, mean: 600_000 } },
          timeIntervalsMs: { ...times, ai: { lowMs: 300_000, highMs: 900_000 } },
        }),
        aTrendPoint('2026-03-02'),
      ],
    });
    expect((await toCsv(trendCsv('mttr-ai', trend))).split('\r\n')).toEqual([
      'first_day,days,measure,mean_ms,n,low95_ms,high95_ms,is_provisional',
      '2026-03-01,1,mttr-ai,600000,3,300000,900000,false',
      '2026-03-02,1,mttr-ai,,,,,false',
    ]);
  });
});
