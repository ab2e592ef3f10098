import { OUTCOMES, type Outcome } from '../outcome/outcome';
import { addMoments, NO_MOMENTS, type Moments } from './moments';
import { perMttr, type MttrName } from './mttr';
import { ratesOf } from './score';
import type { Rates } from './scorecard';

/** How many episodes of a segment are alike in all that rates ask. */
export interface SegmentCount {
  readonly outcome: Outcome;
  readonly maturity: 'mature' | 'provisional' | 'undecided';
  readonly firstContact: boolean;
  readonly episodes: number;
  /** Times to resolve of those that are resolved. */
  readonly time: Moments;
}

/** A part of a desk's episodes, counted. */
export interface SegmentCounts {
  readonly counts: readonly SegmentCount[];
  /** Exact; null without resolved episodes. */
  readonly mediansMs: Readonly<Record<MttrName, number | null>>;
}

export const NO_SEGMENT: SegmentCounts = { counts: [], mediansMs: perMttr(() => null) };

export interface SegmentTime extends Moments {
  /** Exact. */
  readonly medianMs: number;
}

/** What can be told of any part of a desk's episodes. */
export interface SegmentFigures {
  readonly episodes: number;
  /** Decided, but not mature. */
  readonly provisional: number;
  readonly rates: Rates;
  readonly times: Readonly<Record<MttrName, SegmentTime | null>>;
}

/** Outcomes of each measure of section 6: as a tally counts them, while resolved. */
const OUTCOMES_OF: Readonly<Record<MttrName, readonly Outcome[]>> = {
  episode: OUTCOMES,
  ai: ['ai-resolved'],
  human: ['without-ai', 'escalated'],
};

/** The figures of a segment from its counts. Rates are those of a tally over the same episodes. */
export function segmentFiguresOf({ counts, mediansMs }: SegmentCounts): SegmentFigures {
  const sum = (some: readonly SegmentCount[]): number =>
    some.reduce((total, { episodes }) => total + episodes, 0);
  const mature = counts.filter(({ maturity }) => maturity === 'mature');
  const ofOutcome = (outcome: Outcome): readonly SegmentCount[] =>
    mature.filter((count) => count.outcome === outcome);
  return {
    episodes: sum(counts),
    provisional: sum(counts.filter(({ maturity }) => maturity === 'provisional')),
    rates: ratesOf({
      mature: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, sum(ofOutcome(outcome))])),
      counts: {
        firstContact: sum(ofOutcome('ai-resolved').filter(({ firstContact }) => firstContact)),
      },
    }),
    times: perMttr((name) => {
      const medianMs = mediansMs[name];
      return medianMs === null ? null : { ...momentsIn(counts, name), medianMs };
    }),
  };
}

const momentsIn = (counts: readonly SegmentCount[], name: MttrName): Moments =>
  counts
    .filter(({ outcome }) => OUTCOMES_OF[name].includes(outcome))
    .reduce((total, { time }) => addMoments(total, time), NO_MOMENTS);
