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
  const mttr = mttrOf(measure);
  if (mttr !== null) {
    const interval = point.timeIntervalsMs[mttr];
    return {
      value: point.timeToResolveMs[mttr]?.mean ?? null,
      low: interval?.lowMs ?? null,
      high: interval?.highMs ?? null,
      isProvisional,
    };
  }
  const rate = isRate(measure) ? point.rates[measure] : null;
  return {
    value: rate?.value ?? null,
    low: rate?.low ?? null,
    high: rate?.high ?? null,
    isProvisional,
  };
}

export function measureTitle(measure: MeasureName, { t }: Formats): string {
  const mttr = mttrOf(measure);
  if (mttr !== null) return t(`kpi.mttr.title.${mttr}`);
  return isRate(measure) ? t.kpiTitle(measure) : measure;
}

/** How a value of the measure is written. */
export function measureWords(
  measure: MeasureName,
  { percent, points, duration }: Formats,
): (value: number) => string {
  if (!isRate(measure)) return duration;
  return measure === 'containmentGap' ? points : percent;
}

/** What a value was counted from, in words: "34 of 120 AI-handled tickets"; null without data. */
export function measureBasis(
  measure: MeasureName,
  point: TrendPoint,
  { t }: Formats,
): string | null {
  const mttr = mttrOf(measure);
  if (mttr !== null) {
    const mean = point.timeToResolveMs[mttr];
    return mean === null ? null : t('kpi.mttr.sample', { n: mean.n });
  }
  const rate = isRate(measure) ? point.rates[measure] : null;
  if (rate === null) return null;
  return t('report.trends.of', { numerator: rate.numerator, denominator: rate.denominator });
}
