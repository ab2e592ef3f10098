import type { Chance } from './chance';
import { probabilityOfSuccess } from './success-curve';

/** How often the agent tells which confidence, about one kind of its answers. */
export interface ConfidenceDensity {
  /** Density at a confidence (0..1): its share of answers in a cell of one in `CELLS`. */
  at(confidence: number): number;
  /** A confidence, 0..1 in thousandths, given what becomes of the answer; null: it does not show. */
  draw(chance: Chance, holds: boolean | null): number;
}

const CELLS = 400;
/** A cell's middle stands for it. */
const confidenceOf = (cell: number): number => (cell + 0.5) / CELLS;

/** Of the Beta distribution: the larger, the closer together. */
const CONCENTRATION = 9;
const HALVINGS = 40;

/**
 * The density under which `expected` of all answers hold, when those with confidence `c` hold by the
 * curve. Drawn by what becomes of an answer, confidence therefore follows the curve by Bayes' rule,
 * and how often answers hold stays what it is.
 *
 * @param expected - 0..1, within the curve's reach
 */
export function confidenceDensity(requestType: string, expected: number): ConfidenceDensity {
  const success = cells((cell) => probabilityOfSuccess(requestType, confidenceOf(cell)));
  let [low, high] = [0.05, 0.99];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const mean = (low + high) / 2;
    if (product(betaShares(mean), success) < expected) low = mean;
    else high = mean;
  }
  const shares = betaShares((low + high) / 2);
  const ofHeld = shares.map((share, cell) => share * (success[cell] ?? 0));
  const ofFailed = shares.map((share, cell) => share * (1 - (success[cell] ?? 0)));
  return {
    at: (confidence) => shares[Math.min(CELLS - 1, Math.floor(confidence * CELLS))] ?? 0,
    draw(chance, holds) {
      const cell = cellAt(holds === null ? shares : holds ? ofHeld : ofFailed, chance.uniform());
      return Math.round(((cell + chance.uniform()) / CELLS) * 1_000) / 1_000;
    },
  };
}

/** The Beta distribution with this mean, cut into cells. */
function betaShares(mean: number): readonly number[] {
  const [a, b] = [mean * CONCENTRATION, (1 - mean) * CONCENTRATION];
  const weights = cells((cell) => {
    const confidence = confidenceOf(cell);
    return confidence ** (a - 1) * (1 - confidence) ** (b - 1);
  });
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

function cellAt(weights: readonly number[], share: number): number {
  let left = share * sum(weights);
  for (const [cell, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return cell;
  }
  return weights.length - 1;
}

const cells = (at: (cell: number) => number): readonly number[] =>
  Array.from({ length: CELLS }, (_, cell) => at(cell));
const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const product = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((each, index) => each * (b[index] ?? 0)));
