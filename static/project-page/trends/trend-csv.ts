import type { DeskTrend } from '../../../src/contract';
import { isRate, mttrOf, type MeasureName } from '../../shared/prepare/measures';
import type { CsvTable, CsvValue } from '../csv/to-csv';

/** A row per point; ratios 0..1, times in milliseconds, empty where there is no data. */
export function trendCsv(measure: MeasureName, { points }: DeskTrend): CsvTable {
  if (!isRate(measure)) {
    const name = mttrOf(measure);
    return {
      fields: ['first_day', 'days', 'measure', 'mean_ms', 'n', 'is_provisional'],
      rows: points.map(({ day, days, timeToResolveMs, isProvisional }) => {
        const mean = timeToResolveMs[name];
        return [day, days, measure, mean?.mean ?? null, mean?.n ?? null, isProvisional];
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

const NO_RATE = { value: null, numerator: null, denominator: null, low: null, high: null };
