import type { EscalationCosts } from '../escalation/policy';
import { wilson, Z_95 } from '../kpi/interval';
import type { Rate } from '../kpi/measurement';
import { squaredErrorMs2, type Moments } from '../kpi/moments';
import { HOUR_MS } from '../time';
import type { Calibration } from './calibrate';
import type { Fate, LabGroup } from './lab-group';

export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What a threshold would have done to the period. */
export interface WhatIfFigures {
  /** Episodes that AI keeps, of those it was involved in. */
  readonly kept: Rate | null;
  /** Answers that do not hold, of those kept whose outcome is known or estimated. */
  readonly falseResolutions: Rate | null;
  /** Answers that hold, of all involved. */
  readonly aiResolution: Rate | null;
  /** Of all involved. */
  readonly escalation: Rate | null;
  /** Hours that what is handed off is with people; null without a figure of theirs. */
  readonly hoursOfWork: Estimate | null;
  /** Of what is wrong and what is handed off, in the unit of the costs. */
  readonly expectedCost: Estimate | null;
  /** Some of it was handed off at the time, and has no outcome by AI. */
  readonly isEstimated: boolean;
}

export interface Past {
  readonly groups: readonly LabGroup[];
  /** null without any label: then nothing can be estimated. */
  readonly calibration: Calibration | null;
  /** How long people have a ticket. */
  readonly humanTime: Moments;
  readonly costs: EscalationCosts;
}

/** Numbers of episodes; what is estimated is no whole number. */
interface Counts {
  held: number;
  wrong: number;
  pending: number;
  handedOff: number;
  estimated: number;
}

/** As it was: what the report counts. */
export const asItWas = (past: Past): WhatIfFigures => figuresOf(past, countsOf(past, keepFate));

/**
 * Had this threshold held all the time: what AI kept below it goes to people, and what people got
 * for a lower confidence alone, or for want of one, stays with AI where this threshold lets it. What would have
 * become of the latter is estimated by the calibration. Episodes without a confidence that AI kept
 * stay with it: whether a run came at all is not known.
 *
 * @param threshold - 0..1; null: none
 */
export const atThreshold = (past: Past, threshold: number | null): WhatIfFigures =>
  figuresOf(
    past,
    countsOf(past, ({ confidence, fate }) => {
      if (fate === 'handed-off') return fate;
      const isBelow = threshold !== null && confidence !== null && confidence < threshold;
      if (fate !== 'handed-off-by-threshold') return isBelow ? 'handed-off' : fate;
      const isKept = !isBelow && (threshold === null || confidence !== null);
      return isKept ? 'estimated' : fate;
    }),
  );

type Destiny = Fate | 'estimated';
const keepFate = ({ fate }: LabGroup): Destiny => fate;

function countsOf(past: Past, destinyOf: (group: LabGroup) => Destiny): Counts | null {
  const counts: Counts = { held: 0, wrong: 0, pending: 0, handedOff: 0, estimated: 0 };
  for (const group of past.groups) {
    const { confidence, episodes } = group;
    const destiny = destinyOf(group);
    if (destiny === 'estimated') {
      const holds = probabilityOf(past, confidence);
      if (holds === null) return null;
      counts.held += episodes * holds;
      counts.wrong += episodes * (1 - holds);
      counts.estimated += episodes;
    } else if (destiny === 'handed-off' || destiny === 'handed-off-by-threshold') {
      counts.handedOff += episodes;
    } else {
      counts[destiny] += episodes;
    }
  }
  return counts;
}

/** Without a confidence: as often as what was kept held. */
function probabilityOf({ groups, calibration }: Past, confidence: number | null): number | null {
  if (confidence !== null) return calibration?.probability(confidence) ?? null;
  const sum = (wanted: Fate): number =>
    groups.reduce((total, { fate, episodes }) => total + (fate === wanted ? episodes : 0), 0);
  return wilson(sum('held'), sum('held') + sum('wrong'))?.value ?? null;
}

function figuresOf(past: Past, counts: Counts | null): WhatIfFigures {
  if (counts === null) return UNKNOWN;
  const { held, wrong, pending, handedOff, estimated } = counts;
  const kept = held + wrong + pending;
  const involved = kept + handedOff;
  return {
    kept: wilson(kept, involved),
    falseResolutions: wilson(wrong, held + wrong),
    aiResolution: wilson(held, involved),
    escalation: wilson(handedOff, involved),
    hoursOfWork: hoursOf(handedOff, involved, past.humanTime),
    expectedCost: costOf(counts, involved, past.costs),
    isEstimated: estimated > 0,
  };
}

const UNKNOWN: WhatIfFigures = {
  kept: null,
  falseResolutions: null,
  aiResolution: null,
  escalation: null,
  hoursOfWork: null,
  expectedCost: null,
  isEstimated: true,
};

const around = (value: number, variance: number): Estimate => {
  const spread = Z_95 * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(0, value - spread), high: value + spread };
};

/**
 * A normal interval: each episode is handed off or not, and the mean time with people is itself
 * known to within its standard error.
 */
function hoursOf(handedOff: number, involved: number, humanTime: Moments): Estimate | null {
  const squaredError = squaredErrorMs2(humanTime);
  if (involved === 0 || squaredError === null) return null;
  const meanHours = humanTime.sumMs / humanTime.n / HOUR_MS;
  const errorHours2 = squaredError / HOUR_MS ** 2;
  const ofCount = handedOff * (1 - handedOff / involved);
  return around(handedOff * meanHours, meanHours ** 2 * ofCount + handedOff ** 2 * errorHours2);
}

/** A normal interval of a sum over the episodes: each costs one of the two, or nothing. */
function costOf(
  { wrong, handedOff }: Counts,
  involved: number,
  { wrongResolution, handOff }: EscalationCosts,
): Estimate | null {
  if (involved === 0) return null;
  const value = wrong * wrongResolution + handedOff * handOff;
  const squares = wrong * wrongResolution ** 2 + handedOff * handOff ** 2;
  return around(value, squares - value ** 2 / involved);
}
