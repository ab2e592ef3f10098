import { binsOf, type DurationHistogram } from './duration-histogram';

/** A wait that ended (`isResolved`) or was still going on when it was looked at. */
export interface Observation {
  readonly durationMs: number;
  readonly isResolved: boolean;
  /** How many waits this stands for; 1 when left out. */
  readonly count?: number;
}

/** The share of waits that last longer than `durationMs`, 0..1. */
export interface SurvivalStep {
  readonly durationMs: number;
  readonly survival: number;
}

/**
 * The Kaplan–Meier estimate, one step per distinct duration. At equal durations resolutions come
 * before those still waiting, as is usual.
 */
export function kaplanMeier(observations: readonly Observation[]): readonly SurvivalStep[] {
  const byDuration = new Map<number, { resolved: number; waiting: number }>();
  let atRisk = 0;
  for (const { durationMs, isResolved, count = 1 } of observations) {
    const at = byDuration.get(durationMs) ?? { resolved: 0, waiting: 0 };
    at[isResolved ? 'resolved' : 'waiting'] += count;
    byDuration.set(durationMs, at);
    atRisk += count;
  }

  let survival = 1;
  const steps: SurvivalStep[] = [];
  for (const [durationMs, { resolved, waiting }] of [...byDuration].sort(([a], [b]) => a - b)) {
    survival *= 1 - resolved / atRisk;
    atRisk -= resolved + waiting;
    steps.push({ durationMs, survival });
  }
  return steps;
}

/** The shortest duration that at most half of the waits outlast; null when more than half go on. */
export function kaplanMeierMedianMs(observations: readonly Observation[]): number | null {
  return kaplanMeier(observations).find(({ survival }) => survival <= 0.5)?.durationMs ?? null;
}

/** The same from histograms of resolved and of open durations, within the width of a bin. */
export function observationsOf(
  resolved: DurationHistogram,
  open: DurationHistogram,
): readonly Observation[] {
  const observe = (histogram: DurationHistogram, isResolved: boolean): Observation[] =>
    binsOf(histogram).map(({ ms, count }) => ({ durationMs: ms, isResolved, count }));
  return [...observe(resolved, true), ...observe(open, false)];
}
