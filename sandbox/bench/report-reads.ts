import { askApp } from '../ask-app';
import type { ForgeHost } from '../forge/host';
import type { ListTicketsInput } from '../../src/contract';
import { measureCalls, type CallCost } from './measure-calls';

const CALLS = 20;

export interface ReadCost extends CallCost {
  readonly name: string;
}

/** What the reads of the project page cost, each over the longest period it takes. */
export async function measureReads(
  host: ForgeHost,
  project: string,
  accountId: string,
): Promise<readonly ReadCost[]> {
  const card = await askApp(host, 'readDeskScorecard', { project, periodDays: 90 }, accountId);
  const { fromDay, toDay } = card.period;
  const earlier = { fromDay: card.trend[0]?.day ?? fromDay, toDay: card.trend[6]?.day ?? toDay };
  const listed: ListTicketsInput = {
    project,
    cohort: 'all',
    period: { fromDay, toDay },
    segment: null,
    sort: 'decidedAt',
    order: 'descending',
    offset: 0,
    limit: 50,
  };
  const reads: readonly (readonly [name: string, ask: () => Promise<unknown>])[] = [
    [
      'scorecard with what needs attention, 90 days',
      () =>
        askApp(
          host,
          'readDeskScorecard',
          { project, periodDays: 90, withAttention: true },
          accountId,
        ),
    ],
    [
      'trend by day, 365 days',
      () => askApp(host, 'readDeskTrend', { project, periodDays: 365, by: 'day' }, accountId),
    ],
    [
      'breakdown by request type, 90 days',
      () =>
        askApp(
          host,
          'readBreakdown',
          { project, periodDays: 90, dimension: 'request-type' },
          accountId,
        ),
    ],
    [
      'comparison of two halves of 90 days',
      () =>
        askApp(
          host,
          'comparePeriods',
          { project, periods: { earlier, later: { fromDay: earlier.toDay, toDay } } },
          accountId,
        ),
    ],
    ['first 50 of all tickets of 90 days', () => askApp(host, 'listTickets', listed, accountId)],
    [
      'tickets open now, longest first',
      () =>
        askApp(
          host,
          'listTickets',
          { ...listed, cohort: 'open', sort: 'openedAt', order: 'ascending' },
          accountId,
        ),
    ],
  ];
  const costs: ReadCost[] = [];
  for (const [name, ask] of reads) costs.push({ name, ...(await measureCalls(host, CALLS, ask)) });
  return costs;
}
