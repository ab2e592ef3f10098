import type {
  DeskScorecard,
  Outcome,
  Rate,
  Scorecard,
  TicketVerdict,
  TicketVerdictEpisode,
  TrendPoint,
} from '../../../src/contract';
import { createFormats } from '../../../static/shared/format/formats';
import { textsFor } from './text-builder';

/** British English in Berlin: the tests run in Asia/Kolkata, so a forgotten zone shows. */
export const FORMATS = createFormats(
  { locale: 'en-GB', timeZone: 'Europe/Berlin' },
  textsFor('en-GB'),
);

/** The same in German. */
export const GERMAN = createFormats(
  { locale: 'de-DE', timeZone: 'Europe/Berlin' },
  textsFor('de-DE'),
);

const NO_OUTCOMES: Readonly<Record<Outcome, number>> = {
  'ai-resolved': 0,
  pending: 0,
  escalated: 0,
  reversed: 0,
  ambiguous: 0,
  abandoned: 0,
  'without-ai': 0,
  excluded: 0,
  open: 0,
};

export const outcomes = (some: Partial<Record<Outcome, number>>): Record<Outcome, number> => ({
  ...NO_OUTCOMES,
  ...some,
});

export const aRate = (numerator: number, denominator: number, low = 0, high = 1): Rate => ({
  value: numerator / denominator,
  numerator,
  denominator,
  low,
  high,
});

export function aScore(some: Partial<Scorecard> = {}): Scorecard {
  return {
    tickets: 10,
    episodes: 10,
    outcomes: outcomes({}),
    provisional: outcomes({}),
    rates: {
      coverage: null,
      firstContactResolution: null,
      aiResolution: null,
      automation: null,
      escalation: null,
      containment: null,
      containmentGap: null,
      reversal: null,
    },
    timeToResolveMs: {
      episode: null,
      ai: null,
      human: null,
      machine: null,
      active: null,
      business: null,
      native: null,
    },
    repeatContact: { ai: null, human: null },
    satisfaction: { ai: null, human: null },
    reopens: { moves: 0, tickets: 0 },
    openTickets: 0,
    unknownTouched: null,
    ...some,
  };
}

export function aDesk(some: Partial<DeskScorecard> = {}): DeskScorecard {
  return {
    desk: { key: 'IT', name: 'IT', source: 'jira', timeZone: 'America/New_York' },
    asOf: '2026-03-10T09:04:00Z',
    computedAt: '2026-03-10T09:00:00Z',
    period: { days: 7, fromDay: '2026-03-03', toDay: '2026-03-10' },
    definition: {
      windowHours: 168,
      silenceCountsAsResolved: false,
      excludedResolutions: [],
      excludedRequestTypes: [],
      ratingConfirmsAt: 4,
      ratingRejectsAt: 2,
      repeatContact: 'similar',
    },
    definitionVersion: 3,
    score: aScore(),
    trend: [],
    open: { tickets: 0, medianAgeMs: null },
    completeFrom: '2026-01-01',
    backfill: {
      status: 'done',
      ticketsDone: 0,
      ticketsTotal: null,
      finishedAt: '2026-01-01T00:00:00Z',
    },
    nextMaturesAt: null,
    timeIntervalsMs: { episode: null, ai: null, human: null },
    before: null,
    attention: null,
    ...some,
  };
}

export const aTrendPoint = (
  day: string,
  {
    rates,
    timeToResolveMs,
    ...some
  }: Partial<Omit<TrendPoint, 'rates' | 'timeToResolveMs'>> & {
    readonly rates?: Partial<TrendPoint['rates']>;
    readonly timeToResolveMs?: Partial<TrendPoint['timeToResolveMs']>;
  } = {},
): TrendPoint => ({
  day,
  days: 1,
  rates: { ...aScore().rates, ...rates },
  timeToResolveMs: { episode: null, ai: null, human: null, ...timeToResolveMs },
  timeIntervalsMs: { episode: null, ai: null, human: null },
  isProvisional: false,
  ...some,
});

export const anEpisode = (some: Partial<TicketVerdictEpisode> = {}): TicketVerdictEpisode => ({
  ordinal: 0,
  openedAt: '2026-03-02T09:00:00Z',
  resolvedAt: '2026-03-02T09:02:00Z',
  outcome: 'ai-resolved',
  rule: 'ai-resolved',
  reason: null,
  evidence: 'confirmed',
  firstContact: true,
  decidedAt: '2026-03-02T09:02:00Z',
  maturesAt: '2026-03-09T09:02:00Z',
  agent: 'Atlas',
  confidence: 0.934,
  threshold: null,
  handOff: null,
  override: null,
  ...some,
});

export const aVerdict = (some: Partial<TicketVerdict> = {}): TicketVerdict => ({
  issueKey: 'IT-7',
  record: null,
  sla: null,
  windowHours: 168,
  definitionVersion: 3,
  timeZone: 'Europe/Berlin',
  episodes: [anEpisode()],
  steps: [],
  asOf: '2026-03-10T09:00:00Z',
  ...some,
});

/**
 * Formats keep numbers and units together with no-break spaces, and versions of the locale data
 * differ in the air round a dash; expectations read plainly.
 */
export const plain = (text: string): string =>
  text.replaceAll(/[\u00a0\u202f\u2009]/g, ' ').replaceAll(/ ?– ?/g, '–');
