import type { TrendPoint } from '../../../src/contract';
import type { Formats } from '../format/formats';

export interface Axis {
  readonly top: number;
  readonly step: number;
}

const X_TICKS = 6;
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS = [
  ...[1, 5, 10, 30].map((n) => n * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE_MS),
  ...[1, 2, 4, 6, 12].map((n) => n * HOUR_MS),
  ...[1, 2, 5, 10, 20, 50].map((n) => n * DAY_MS),
];
const MOST_STEPS = 5;

/** The smallest round axis that holds the highest ratio, with its grid. */
export function ratioAxis(highest: number): Axis {
  if (highest <= 0.1) return { top: 0.1, step: 0.025 };
  if (highest <= 0.2) return { top: 0.2, step: 0.05 };
  if (highest <= 0.5) return { top: 0.5, step: 0.1 };
  return { top: 1, step: 0.25 };
}

/** The same for milliseconds, in steps that a clock has. */
export function durationAxis(highestMs: number): Axis {
  const known = STEPS_MS.find((step) => highestMs <= step * MOST_STEPS);
  const step = known ?? Math.ceil(highestMs / MOST_STEPS / (100 * DAY_MS)) * 100 * DAY_MS;
  return { top: Math.max(1, Math.ceil(highestMs / step)) * step, step };
}

export const ticksOf = (
  { top, step }: Axis,
  inWords: (value: number) => string,
): readonly { readonly value: number; readonly label: string }[] =>
  Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
    value: index * step,
    label: inWords(index * step),
  }));

/** At most six labels, evenly spread, counted back from the last point. */
export function dayTicks(
  points: readonly TrendPoint[],
  { shortDate }: Formats,
): readonly { readonly index: number; readonly label: string }[] {
  const stride = Math.max(1, Math.ceil(points.length / X_TICKS));
  return points.flatMap(({ day }, index) =>
    (points.length - 1 - index) % stride === 0 ? [{ index, label: shortDate(day) }] : [],
  );
}
