import type { EscalationCosts } from '../escalation/policy';
import { calibrate, type Calibration } from './calibrate';
import { countOf, type Labelled } from './labelled';
import { poisson, type Chance } from './seeded-chance';

/** Why history cannot advise. */
export type Thin = 'too-few-episodes' | 'too-few-failures' | 'too-few-successes' | 'too-uncertain';

/**
 * Where the advised threshold lies: where answers begin to pay off, at the lowest confidence that
 * history knows (all of them pay off), above the highest (none does), or nowhere, as costs alone decide.
 */
export type AdviceReach = 'within' | 'below-history' | 'above-history' | 'by-costs';

export interface AdvisedThreshold {
  /** 0..1 in hundredths. */
  readonly threshold: number;
  /** 95 % interval, by resampling. */
  readonly low: number;
  readonly high: number;
  readonly reach: AdviceReach;
}

export type Advice =
  | { readonly advised: AdvisedThreshold; readonly thin: null }
  | { readonly advised: null; readonly thin: Thin };

/** What history must have before it advises. */
export const LEAST_LABELLED = 100;
export const LEAST_OF_A_KIND = 10;
export const WIDEST_INTERVAL = 0.25;

const RESAMPLES = 200;

/**
 * The threshold that costs least: an answer that holds with probability `p` is worth keeping when
 * `(1 − p) · wrongResolution <= handOff`, so people take over below the confidence at which `p` gets to
 * `1 − handOff / wrongResolution`.
 *
 * @param chance - resamples history for the interval
 */
export function advise(
  labelled: readonly Labelled[],
  { wrongResolution, handOff }: EscalationCosts,
  chance: Chance,
): Advice {
  // A hand-off that costs as much as a mistake is never worth it; one that is free always is.
  if (handOff >= wrongResolution) return byCosts(0);
  if (handOff === 0) return byCosts(1);
  const thin = thinness(labelled);
  if (thin !== null) return { advised: null, thin };
  const target = 1 - handOff / wrongResolution;
  const found = crossing(calibrate(labelled), labelled, target);
  if (found === null) return UNCERTAIN;
  const resampled = Array.from({ length: RESAMPLES }, () => {
    const again = resample(labelled, chance);
    // A level curve says nothing of where: any place is as good.
    return crossing(calibrate(again), labelled, target)?.threshold ?? chance();
  }).sort((a, b) => a - b);
  const low = resampled[Math.floor(RESAMPLES * 0.025)] ?? 0;
  const high = resampled[Math.ceil(RESAMPLES * 0.975) - 1] ?? 1;
  if (high - low > WIDEST_INTERVAL) return UNCERTAIN;
  const threshold = hundredths(found.threshold);
  return {
    advised: {
      threshold,
      low: Math.min(hundredths(low), threshold),
      high: Math.max(hundredths(high), threshold),
      reach: found.reach,
    },
    thin: null,
  };
}

const UNCERTAIN: Advice = { advised: null, thin: 'too-uncertain' };
const byCosts = (threshold: number): Advice => ({
  advised: { threshold, low: threshold, high: threshold, reach: 'by-costs' },
  thin: null,
});
const hundredths = (value: number): number => Math.round(value * 100) / 100;

function thinness(labelled: readonly Labelled[]): Thin | null {
  const { held, wrong } = countOf(labelled);
  if (held + wrong < LEAST_LABELLED) return 'too-few-episodes';
  if (wrong < LEAST_OF_A_KIND) return 'too-few-failures';
  if (held < LEAST_OF_A_KIND) return 'too-few-successes';
  return null;
}

/** Where the curve gets to `target` among the confidences that occurred; null: it is level. */
function crossing(
  calibration: Calibration | null,
  labelled: readonly Labelled[],
  target: number,
): { readonly threshold: number; readonly reach: AdviceReach } | null {
  if (calibration === null || calibration.isFlat) return null;
  const { probability } = calibration;
  let [low, high] = [labelled[0]?.confidence ?? 0, labelled.at(-1)?.confidence ?? 1];
  if (probability(low) >= target) return { threshold: low, reach: 'below-history' };
  if (probability(high) < target) return { threshold: 1, reach: 'above-history' };
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (probability(middle) < target) low = middle;
    else high = middle;
  }
  return { threshold: high, reach: 'within' };
}

const resample = (labelled: readonly Labelled[], chance: Chance): readonly Labelled[] =>
  labelled.map(({ confidence, held, wrong }) => ({
    confidence,
    held: poisson(held, chance),
    wrong: poisson(wrong, chance),
  }));
