import { wilson } from '../kpi/interval';
import type { Rate } from '../kpi/measurement';
import { countOf, type Labelled } from './labelled';

/** Answers of like confidence. */
export interface ReliabilityBin {
  readonly fromConfidence: number;
  readonly toConfidence: number;
  readonly meanConfidence: number;
  /** Those that held, with Wilson's interval. */
  readonly success: Rate;
}

const MOST_BINS = 10;
const LEAST_PER_BIN = 20;

/**
 * Bins of like size, so that their intervals are alike: agents tell high confidences mostly, and
 * tenths would leave most bins empty. At most ten, of about 20 answers at least; those of one
 * confidence stay together.
 */
export function reliabilityBins(labelled: readonly Labelled[]): readonly ReliabilityBin[] {
  const { held, wrong } = countOf(labelled);
  const total = held + wrong;
  const bins = Math.max(1, Math.min(MOST_BINS, Math.floor(total / LEAST_PER_BIN)));
  const result: ReliabilityBin[] = [];
  let current: Labelled[] = [];
  let seen = 0;
  for (const each of labelled) {
    current.push(each);
    seen += each.held + each.wrong;
    if (seen < (total * (result.length + 1)) / bins && each !== labelled.at(-1)) continue;
    result.push(...binOf(current));
    current = [];
  }
  return result;
}

function binOf(part: readonly Labelled[]): readonly ReliabilityBin[] {
  const { held, wrong } = countOf(part);
  const success = wilson(held, held + wrong);
  const [first, last] = [part[0], part.at(-1)];
  if (success === null || first === undefined || last === undefined) return [];
  const sum = part.reduce((s, each) => s + each.confidence * (each.held + each.wrong), 0);
  return [
    {
      fromConfidence: first.confidence,
      toConfidence: last.confidence,
      meanConfidence: sum / (held + wrong),
      success,
    },
  ];
}

/**
 * Expected calibration error, 0..1: how far confidence is from what held, on average over the bins'
 * answers. null without any.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const total = bins.reduce((sum, { success }) => sum + success.denominator, 0);
  if (total === 0) return null;
  const gaps = bins.map(
    ({ meanConfidence, success }) => success.denominator * Math.abs(meanConfidence - success.value),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / total;
}
