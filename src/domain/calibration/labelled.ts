import type { LabGroup } from './lab-group';

/** Answers of one confidence of which it is known whether they held. */
export interface Labelled {
  /** 0..1. */
  readonly confidence: number;
  readonly held: number;
  readonly wrong: number;
}

/** What there is to learn from, by rising confidence: one entry for each. */
export function labelledOf(groups: readonly LabGroup[]): readonly Labelled[] {
  const byConfidence = new Map<number, { held: number; wrong: number }>();
  for (const { confidence, fate, episodes } of groups) {
    if (confidence === null || (fate !== 'held' && fate !== 'wrong')) continue;
    const counts = byConfidence.get(confidence) ?? { held: 0, wrong: 0 };
    counts[fate] += episodes;
    byConfidence.set(confidence, counts);
  }
  return [...byConfidence]
    .map(([confidence, counts]): Labelled => ({ confidence, ...counts }))
    .sort((a, b) => a.confidence - b.confidence);
}

export const countOf = (all: readonly Labelled[]): { held: number; wrong: number } =>
  all.reduce((sum, { held, wrong }) => ({ held: sum.held + held, wrong: sum.wrong + wrong }), {
    held: 0,
    wrong: 0,
  });
