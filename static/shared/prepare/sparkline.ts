import type { TrendPoint } from '../../../src/contract';
import type { Formats } from '../format/formats';

/** A point of a line; `null` is a gap and stays one. */
export interface LinePoint {
  readonly value: number | null;
  readonly isProvisional: boolean;
}

export interface SparklineView {
  readonly points: readonly LinePoint[];
  /** Said instead of the picture. */
  readonly label: string;
}

/** null when fewer than two days have a value: a single dot is no trend. */
export function prepareSparkline(
  name: string,
  trend: readonly TrendPoint[],
  valueOf: (point: TrendPoint) => number | null,
  inWords: (value: number) => string,
  formats: Formats,
): SparklineView | null {
  const points = trend.map((point) => ({
    value: valueOf(point),
    isProvisional: point.isProvisional,
  }));
  const known = trend.filter((point) => valueOf(point) !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const words = (point: TrendPoint): string =>
    `${inWords(valueOf(point) ?? 0)} (${formats.shortDate(point.day)})`;
  const label = formats.t('trend.sparkline', { name, from: words(first), to: words(last) });
  return { points, label };
}
