import { askApp } from '../ask-app';
import type { ForgeHost } from '../forge/host';
import type { ListTicketsInput } from '../../src/contract';

const CALLS = 20;

export interface ReadCost {
  readonly name: string;
  /** Real time. */
  readonly medianMs: number;
  /** Of one call. */
  readonly sqlStatements: number;
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
          { project, earlier, later: { fromDay: earlier.toDay, toDay } },
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
  for (const [name, ask] of reads) costs.push({ name, ...(await measure(host, ask)) });
  return costs;
}

async function measure(
  host: ForgeHost,
  ask: () => Promise<unknown>,
): Promise<Omit<ReadCost, 'name'>> {
  const times: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  const last = host.meter.lastInvocation();
  return {
    medianMs: times.sort((a, b) => a - b)[CALLS / 2] ?? Number.NaN,
    sqlStatements: (last?.sqlSelects ?? 0) + (last?.sqlWrites ?? 0),
  };
}
