import type { DeskTrend, TrendPoint } from '../../../src/contract';
import type { Formats } from '../format/formats';
import { isRate, mttrOf, type MeasureName } from './measures';
import type { BandPoint } from './trend';

/** A course and the dates at which its definition changed. */
export interface Course {
  readonly points: readonly TrendPoint[];
  readonly changes: DeskTrend['definitionChanges'];
}

/** Ratios, or milliseconds. The mean of a single time has no interval. */
export function measurePoint(measure: MeasureName, point: TrendPoint): BandPoint {
  const { isProvisional } = point;
  if (isRate(measure)) {
    const { value, low, high } = point.rates[measure] ?? NO_VALUES;
    return { value, low, high, isProvisional };
  }
  const name = mttrOf(measure);
  const interval = point.timeIntervalsMs[name];
  return {
    value: point.timeToResolveMs[name]?.mean ?? null,
    low: interval?.lowMs ?? null,
    high: interval?.highMs ?? null,
    isProvisional,
  };
}

const NO_VALUES = { value: null, low: null, high: null };

export const measureTitle = (measure: MeasureName, { t }: Formats): string =>
  isRate(measure) ? t.kpiTitle(measure) : t(`kpi.mttr.title.${mttrOf(measure)}`);

/** How a value of the measure is written. */
export function measureWords(
  measure: MeasureName,
  { percent, points, duration }: Formats,
): (value: number) => string {
  if (!isRate(measure)) return duration;
  return measure === 'containmentGap' ? points : percent;
}

/** What a value was counted from, in words: "34 of 120", "n 9"; null without data. */
export function measureBasis(
  measure: MeasureName,
  point: TrendPoint,
  { t }: Formats,
): string | null {
  if (isRate(measure)) {
    const rate = point.rates[measure];
    if (rate === null) return null;
    return t('report.trends.of', { numerator: rate.numerator, denominator: rate.denominator });
  }
  const mean = point.timeToResolveMs[mttrOf(measure)];
  return mean === null ? null : t('kpi.mttr.sample', { n: mean.n });
}

/** "3 Mar 2026", or "Week from 2 Mar 2026". */
export const pointDay = ({ day, days }: TrendPoint, { t, date }: Formats): string =>
  days > 1 ? t('trend.weekOf', { day: date(day) }) : date(day);
