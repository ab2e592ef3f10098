import type {
  Breakdown,
  BreakdownRow,
  DeskTrend,
  ListedEpisode,
  PeriodComparison,
  ReportFrame,
  SegmentScore,
  TicketList,
} from '../../../../src/contract';
import type { TicketsPlace } from '../../../../static/project-page/place/place';
import { aScore } from '../builders';

export const aFrame = (some: Partial<ReportFrame> = {}): ReportFrame => ({
  desk: { key: 'IT', name: 'IT', source: 'jira', timeZone: 'America/New_York' },
  asOf: '2026-03-10T09:12:00Z',
  computedAt: '2026-03-10T09:00:00Z',
  definitionVersion: 3,
  completeFrom: '2026-01-01T00:00:00Z',
  backfill: { status: 'done', ticketsDone: 0, ticketsTotal: null, finishedAt: null },
  ...some,
});

export const aSegmentScore = ({
  rates,
  ...some
}: Partial<Omit<SegmentScore, 'rates'>> & {
  readonly rates?: Partial<SegmentScore['rates']>;
} = {}): SegmentScore => ({
  episodes: 10,
  provisional: 0,
  rates: { ...aScore().rates, ...rates },
  timeToResolve: { episode: null, ai: null, human: null },
  ...some,
});

export const aBreakdownRow = (
  segment: string | null,
  some: Parameters<typeof aSegmentScore>[0] = {},
  label = segment,
): BreakdownRow => ({ ...aSegmentScore(some), segment, label });

export const aBreakdown = (some: Partial<Breakdown> = {}): Breakdown => ({
  ...aFrame(),
  dimension: 'request-type',
  period: { days: 30, fromDay: '2026-02-09', toDay: '2026-03-11' },
  rows: [],
  total: aSegmentScore(),
  ...some,
});

export const aTrend = (some: Partial<DeskTrend> = {}): DeskTrend => ({
  ...aFrame(),
  period: { days: 30, fromDay: '2026-02-09', toDay: '2026-03-11' },
  points: [],
  definitionChanges: [],
  ...some,
});

export const aComparison = (some: Partial<PeriodComparison> = {}): PeriodComparison => ({
  ...aFrame(),
  earlier: { fromDay: '2026-02-01', toDay: '2026-02-08', score: aSegmentScore() },
  later: { fromDay: '2026-02-08', toDay: '2026-02-15', score: aSegmentScore() },
  changes: {
    coverage: null,
    firstContactResolution: null,
    aiResolution: null,
    automation: null,
    escalation: null,
    containment: null,
    containmentGap: null,
    reversal: null,
  },
  timeChangesMs: { episode: null, ai: null, human: null },
  ...some,
});

export const anEpisodeRow = (some: Partial<ListedEpisode> = {}): ListedEpisode => ({
  issueId: '10007',
  record: null,
  episode: 0,
  outcome: 'ai-resolved',
  rule: 'ai-resolved',
  reason: null,
  evidence: 'confirmed',
  firstContact: true,
  openedAt: '2026-03-02T09:00:00Z',
  resolvedAt: '2026-03-02T09:02:00Z',
  decidedAt: '2026-03-02T09:02:00Z',
  maturesAt: '2026-03-09T09:02:00Z',
  isMature: true,
  timeToResolveMs: 120_000,
  requestType: 'VPN',
  priority: 'High',
  agent: 'Atlas',
  confidence: 0.934,
  ...some,
});

export const aList = (some: Partial<TicketList> = {}): TicketList => ({
  ...aFrame(),
  cohort: 'rate:aiResolution',
  period: { fromDay: '2026-02-01', toDay: '2026-03-03' },
  total: 53,
  offset: 0,
  rows: [],
  ...some,
});

export const aTicketsPlace = (some: Partial<TicketsPlace> = {}): TicketsPlace => ({
  tab: 'tickets',
  cohort: 'rate:aiResolution',
  period: { fromDay: '2026-02-01', toDay: '2026-03-03' },
  segment: null,
  clicked: null,
  sort: 'decidedAt',
  order: 'descending',
  page: 0,
  ...some,
});
