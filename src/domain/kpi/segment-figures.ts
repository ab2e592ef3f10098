import { OUTCOMES, type Outcome } from '../outcome/outcome';
import { addMoments, NO_MOMENTS, type Moments } from './moments';
import { perMttr, type MttrName } from './mttr';
import { ratesOf } from './score';
import type { Rates } from './scorecard';

/** The middle values of a sorted set, one or two; their mean is its median. */
export interface MiddleValues {
  readonly n: number;
  readonly sumMs: number;
}

/** How many episodes of a segment are alike in all that rates ask. */
export interface SegmentCount {
  readonly outcome: Outcome;
  readonly maturity: 'mature' | 'provisional' | 'undecided';
  readonly firstContact: boolean;
  readonly episodes: number;
  /** Times to resolve of those that are resolved. */
  readonly time: Moments;
  /** Those of them that stand in the middle of the whole segment. */
  readonly middleOfAll: MiddleValues;
  /** Those of them that stand in the middle of the segment's `ai` or `human` episodes. */
  readonly middleOfKind: MiddleValues;
}

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
export function segmentFiguresOf(counts: readonly SegmentCount[]): SegmentFigures {
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
    times: perMttr((name) => timeOf(counts, name)),
  };
}

function timeOf(counts: readonly SegmentCount[], name: MttrName): SegmentTime | null {
  const inside = counts.filter(({ outcome }) => OUTCOMES_OF[name].includes(outcome));
  const moments = inside.reduce((total, { time }) => addMoments(total, time), NO_MOMENTS);
  if (moments.n === 0) return null;
  const middles = inside.map((count) =>
    name === 'episode' ? count.middleOfAll : count.middleOfKind,
  );
  const n = middles.reduce((total, middle) => total + middle.n, 0);
  const sumMs = middles.reduce((total, middle) => total + middle.sumMs, 0);
  return { ...moments, medianMs: sumMs / n };
}
