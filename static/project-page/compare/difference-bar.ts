export interface Difference {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly isChange: boolean;
}

/** Places on a track whose middle is "no difference"; 0..1 of its width. */
export interface DifferenceBarView extends Difference {
  readonly label: string;
}

/** @param farthest - what the track's ends stand for, in the difference's unit */
export function differenceBar(
  { value, low, high, isChange }: Difference,
  farthest: number,
  label: string,
): DifferenceBarView {
  const at = (difference: number): number =>
    farthest === 0 ? 0.5 : 0.5 + difference / farthest / 2;
  return { low: at(low), high: at(high), value: at(value), isChange, label };
}
