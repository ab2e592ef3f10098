import { countOf, type Labelled } from './labelled';
import { solveLinear } from './solve-linear';

/** What a confidence is worth, as history tells. */
export interface Calibration {
  /** Probability (0..1) that an answer of this confidence (0..1) holds; never falls with confidence. */
  readonly probability: (confidence: number) => number;
  /** More confidence was not more often right: the curve is level. */
  readonly isFlat: boolean;
}

/** Beyond, the logarithms of a few overconfident answers would decide all. */
const EDGE = 0.005;
/** Holds slopes back where few answers cannot tell them. */
const RIDGE = 0.01;
const MOST_STEPS = 50;
const LONGEST_STEP = 5;
const IS_DONE = 1e-6;

type Features = (confidence: number) => readonly number[];
const inside = (confidence: number): number => Math.min(1 - EDGE, Math.max(EDGE, confidence));
const RISING = [
  (confidence: number) => Math.log(inside(confidence)),
  (confidence: number) => -Math.log(1 - inside(confidence)),
] as const;

/**
 * Beta calibration (Kull, Silva Filho and Flach 2017): a logistic regression on `ln c` and
 * `−ln(1 − c)`, with slopes that are not negative, by Newton's method. Three numbers bend to curves
 * of many shapes, and are known well enough from some hundred answers; steps (isotonic regression)
 * err by two thirds more there. null without any label.
 */
export function calibrate(labelled: readonly Labelled[]): Calibration | null {
  const { held, wrong } = countOf(labelled);
  if (held + wrong === 0) return null;
  let slopes: readonly ((confidence: number) => number)[] = RISING;
  for (;;) {
    const chosen = slopes;
    const features: Features = (confidence) => [1, ...chosen.map((slope) => slope(confidence))];
    const weights = regress(labelled, features);
    // The more negative one is left out first; what is left may then rise after all.
    const lowest = Math.min(...weights.slice(1), 0);
    if (lowest < 0) {
      slopes = chosen.filter((_, index) => weights[index + 1] !== lowest);
      continue;
    }
    return {
      probability: (confidence) => logistic(dot(weights, features(confidence))),
      isFlat: weights.slice(1).every((weight) => weight < IS_DONE),
    };
  }
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Weights with the greatest likelihood, less the ridge on all but the first. */
function regress(labelled: readonly Labelled[], features: Features): readonly number[] {
  const rows = labelled.flatMap(({ confidence, held, wrong }) =>
    held + wrong === 0 ? [] : [{ x: features(confidence), n: held + wrong, held }],
  );
  let weights: readonly number[] = (rows[0]?.x ?? []).map(() => 0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const size = weights.length;
    // Without it, answers that are all alike would leave no slope to find.
    const ridge = (index: number): number => (index === 0 ? 1e-6 : RIDGE);
    const gradient = weights.map((weight, index) => -ridge(index) * weight);
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? ridge(i) : 0)));
    for (const { x, n, held } of rows) {
      const p = logistic(dot(weights, x));
      const bend = n * p * (1 - p);
      for (let i = 0; i < size; i += 1) {
        const xi = x[i] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + (held - n * p) * xi;
        const row = curvature[i] ?? [];
        for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + bend * xi * (x[j] ?? 0);
      }
    }
    const change = solveLinear(curvature, gradient);
    const length = Math.max(...change.map(Math.abs));
    const scale = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
    weights = weights.map((weight, index) => weight + scale * (change[index] ?? 0));
    if (length < IS_DONE) break;
  }
  return weights;
}
