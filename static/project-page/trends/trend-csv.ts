import type { DeskTrend } from '../../../src/contract';
import { measurePoint } from '../../shared/prepare/measure-points';
import { isRate, mttrOf, type MeasureName } from '../../shared/prepare/measures';
import type { CsvTable, CsvValue } from '../csv/to-csv';

/** A row per point; ratios 0..1, times in milliseconds, empty where there is no data. */
export function trendCsv(measure: MeasureName, { points }: DeskTrend): CsvTable {
  if (!isRate(measure)) {
    const name = mttrOf(measure);
    return {
      fields: [
        'first_day',
        'days',
        'measure',
        'mean_ms',
        'n',
        'low95_ms',
        'high95_ms',
        'is_provisional',
      ],
      rows: points.map((point): readonly CsvValue[] => {
        const { mean, n } = point.timeToResolveMs[name] ?? NO_MEAN;
        const { low, high, isProvisional } = measurePoint(measure, point);
        return [point.day, point.days, measure, mean, n, low, high, isProvisional];
      }),
    };
  }
  return {
    fields: [
      'first_day',
      'days',
      'measure',
      'value',
      'numerator',
      'denominator',
      'low95',
      'high95',
      'is_provisional',
    ],
    rows: points.map(({ day, days, rates, isProvisional }): readonly CsvValue[] => {
      const { value, numerator, denominator, low, high } = rates[measure] ?? NO_RATE;
      return [day, days, measure, value, numerator, denominator, low, high, isProvisional];
    }),
  };
}

const NO_MEAN = { mean: null, n: null };
const NO_RATE = { value: null, numerator: null, denominator: null, low: null, high: null };
