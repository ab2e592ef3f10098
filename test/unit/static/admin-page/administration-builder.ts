import type { AdministeredDesk, Administration, UsageRow } from '../../../../src/contract';

export const AS_OF = '2026-03-10T09:00:00.000Z';

type Backfill = AdministeredDesk['backfill'];

/** A desk with nothing left to do. */
export const aDesk = (
  projectKey: string,
  {
    backfill,
    ...some
  }: Partial<Omit<AdministeredDesk, 'backfill'>> & {
    readonly backfill?: Partial<Backfill>;
  } = {},
): AdministeredDesk => ({
  projectKey,
  name: projectKey,
  source: 'jira',
  timeZone: 'Europe/Berlin',
  definitionVersion: 2,
  computedAt: '2026-03-10T08:56:00.000Z',
  reconciledAt: '2026-03-10T08:55:00.000Z',
  isRescoring: false,
  completeFrom: '2025-09-01T00:00:00.000Z',
  waiting: { unsettled: 0, untagged: 0, flagged: 0 },
  ...some,
  backfill: {
    status: 'done',
    ticketsDone: 1_200,
    ticketsTotal: 1_200,
    ticketsUnreadable: 0,
    startedAt: '2026-03-01T09:00:00.000Z',
    finishedAt: '2026-03-01T09:30:00.000Z',
    problem: null,
    ...backfill,
  },
});

export const someAdministration = (some: Partial<Administration> = {}): Administration => ({
  asOf: AS_OF,
  desks: [aDesk('IT')],
  actors: [{ actorId: 'bot', accountId: 'bot', kind: 'ai-agent', name: 'Atlas', vendor: 'Test' }],
  unclassified: [],
  usage: [],
  ...some,
});

export const aUsageRow = (day: string, work: string, some: Partial<UsageRow> = {}): UsageRow => ({
  day,
  work,
  runs: 1,
  failures: 0,
  restRequests: 0,
  restPoints: 0,
  sqlStatements: 0,
  durationMs: 0,
  ...some,
});
