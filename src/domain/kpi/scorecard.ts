import type { Outcome } from '../outcome/outcome';
import type { DurationMeasure, Rate, RatingMeasure } from './measurement';

/** Rates of section 5, over mature decided episodes. */
export interface Rates {
  readonly coverage: Rate | null;
  readonly firstContactResolution: Rate | null;
  readonly aiResolution: Rate | null;
  readonly automation: Rate | null;
  readonly escalation: Rate | null;
  readonly containment: Rate | null;
  /** Containment minus AI resolution: people who vanished. Numerator of `involved`, no interval in reports. */
  readonly containmentGap: Rate | null;
  readonly reversal: Rate | null;
}
export type RateName = keyof Rates;

/** Measures of section 6, over resolved episodes (`native`: tickets). */
export interface TimesToResolve {
  readonly episode: DurationMeasure | null;
  readonly ai: DurationMeasure | null;
  readonly human: DurationMeasure | null;
  readonly machine: DurationMeasure | null;
  readonly active: DurationMeasure | null;
  readonly business: DurationMeasure | null;
  readonly native: DurationMeasure | null;
}

/** All that a tally of a desk, a period or a segment says. */
export interface Scorecard {
  readonly tickets: number;
  readonly episodes: number;
  /** All episodes, mature or not, zeros included. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Decided episodes that are not mature yet: shown apart, never in a rate. */
  readonly provisional: Readonly<Record<Outcome, number>>;
  readonly rates: Rates;
  readonly timeToResolveMs: TimesToResolve;
  readonly repeatContact: { readonly ai: Rate | null; readonly human: Rate | null };
  readonly satisfaction: {
    readonly ai: RatingMeasure | null;
    readonly human: RatingMeasure | null;
  };
  readonly reopens: { readonly moves: number; readonly tickets: number };
  readonly openTickets: number;
  /** Share of decided episodes that an unknown actor touched. */
  readonly unknownTouched: Rate | null;
}
