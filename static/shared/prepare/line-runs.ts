import type { LinePoint } from './sparkline';

export interface LineRun {
  readonly isProvisional: boolean;
  /** Positions in the line, one after another without a gap. */
  readonly indexes: readonly number[];
}

/**
 * Cuts a line at its gaps and where it becomes provisional. A run that continues another starts at
 * the other's last point, so that pale and solid touch.
 */
export function lineRuns(points: readonly LinePoint[]): readonly LineRun[] {
  const runs: { isProvisional: boolean; indexes: number[] }[] = [];
  points.forEach(({ value, isProvisional }, index) => {
    if (value === null) return;
    const current = runs.at(-1);
    const continues = current?.indexes.at(-1) === index - 1;
    if (current !== undefined && continues && current.isProvisional === isProvisional) {
      current.indexes.push(index);
      return;
    }
    runs.push({ isProvisional, indexes: continues ? [index - 1, index] : [index] });
  });
  return runs;
}
