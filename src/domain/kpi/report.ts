import type { Definition } from '../outcome/definition';
import type { Outcome } from '../outcome/outcome';
import type { Rate, RatingMeasure } from './measurement';
import type { Rates, Scorecard, TimesToResolve } from './scorecard';

/** The JSON report of `score` (rule book, section 7). A rate or measure without data is null. */
export interface ScoreReport {
  /** ISO 8601, UTC, with milliseconds. */
  readonly asOf: string;
  readonly definition: Definition;
  readonly tickets: number;
  /** Rows of a log, events of timelines, histories plus comments of Jira issues. */
  readonly events: number;
  /** The first rejected rows; `rejectedTotal` counts them all. */
  readonly rejected: readonly RejectedRow[];
  readonly rejectedTotal: number;
  readonly desks: readonly DeskReport[];
}

export interface RejectedRow {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly reason: string;
}

export interface DeskReport {
  readonly desk: string;
  readonly tickets: number;
  readonly episodes: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly rates: Omit<Rates, 'containmentGap'> & {
    readonly containmentGap: { readonly value: number } | null;
  };
  readonly timeToResolveMs: TimesToResolve;
  readonly repeatContact: { readonly ai: Rate | null; readonly human: Rate | null };
  readonly reopens: { readonly moves: number; readonly tickets: number };
  readonly openTickets: number;
  readonly provisional: Readonly<Record<Outcome, number>>;
  readonly satisfaction: {
    readonly ai: RatingMeasure | null;
    readonly human: RatingMeasure | null;
  };
  readonly unknownTouched: Rate | null;
}

/** A scorecard as a report tells it. */
export function deskReportOf(desk: string, score: Scorecard): DeskReport {
  const { containmentGap, ...rates } = score.rates;
  return {
    desk,
    tickets: score.tickets,
    episodes: score.episodes,
    outcomes: score.outcomes,
    rates: {
      coverage: rates.coverage,
      firstContactResolution: rates.firstContactResolution,
      aiResolution: rates.aiResolution,
      automation: rates.automation,
      escalation: rates.escalation,
      containment: rates.containment,
      containmentGap: containmentGap === null ? null : { value: containmentGap.value },
      reversal: rates.reversal,
    },
    timeToResolveMs: score.timeToResolveMs,
    repeatContact: score.repeatContact,
    reopens: score.reopens,
    openTickets: score.openTickets,
    provisional: score.provisional,
    satisfaction: score.satisfaction,
    unknownTouched: score.unknownTouched,
  };
}
