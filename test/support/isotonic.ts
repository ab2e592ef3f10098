import type { Labelled } from '../../src/domain/calibration/labelled';

/**
 * Isotonic regression by pooling adjacent violators: the steps that never fall and fit best. What a
 * calibration with few numbers is checked against.
 *
 * @returns the confidence from which on the steps reach `target`; 1 when they never do
 */
export function isotonicCrossing(labelled: readonly Labelled[], target: number): number {
  const blocks: { confidence: number; held: number; n: number }[] = [];
  for (const { confidence, held, wrong } of labelled) {
    let block = { confidence, held, n: held + wrong };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.held / last.n < block.held / block.n) break;
      block = { confidence: last.confidence, held: last.held + block.held, n: last.n + block.n };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.find(({ held, n }) => held / n >= target)?.confidence ?? 1;
}
