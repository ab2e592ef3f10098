import type { DeskTrend, TrendPoint } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { NO_VALUE } from '../../shared/format/number-format';
import { prepareMeasureChart, type MeasureChartView } from '../../shared/prepare/measure-chart';
import {
  measureBasis,
  measurePoint,
  measureTitle,
  measureWords,
} from '../../shared/prepare/measure-points';
import { isRate, mttrOf, type MeasureName } from '../../shared/prepare/measures';
import { lastDayOf } from '../place/days';
import { prepareFrame, type FrameView } from '../prepare-frame';

export interface TrendsView {
  readonly frame: FrameView;
  readonly range: string;
  readonly name: string;
  readonly definition: string;
  /** null while no point has a value. */
  readonly chart: MeasureChartView | null;
  readonly rows: readonly TrendTableRow[];
  /** No point has one where there is at most one value a day. */
  readonly hasInterval: boolean;
  /** Of the definition, within the period: "v3 since 3 Mar 2026". */
  readonly changes: readonly string[];
}

export interface TrendTableRow {
  readonly day: string;
  readonly when: string;
  readonly value: string;
  readonly basis: string;
  readonly interval: string;
  readonly mature: string;
}

export function prepareTrends(
  trend: DeskTrend,
  measure: MeasureName,
  formats: Formats,
): TrendsView {
  const { t, date } = formats;
  const { period, points } = trend;
  const inPeriod = trend.definitionChanges.filter(
    ({ day }) => day >= period.fromDay && day < period.toDay,
  );
  return {
    frame: prepareFrame(trend, period.fromDay, formats),
    range: formats.dayRange(period.fromDay, lastDayOf(period)),
    name: measureTitle(measure, formats),
    definition: t.kpiDefinition(isRate(measure) ? measure : mttrOf(measure)),
    chart: prepareMeasureChart(measure, { points, changes: inPeriod }, formats),
    rows: points.map((point) => rowOf(measure, point, formats)),
    hasInterval: points.some((point) => measurePoint(measure, point).high !== null),
    changes: inPeriod.map(({ version, day }) =>
      t('report.trends.markExact', { version, day: date(day) }),
    ),
  };
}

function rowOf(measure: MeasureName, point: TrendPoint, formats: Formats): TrendTableRow {
  const { t, date } = formats;
  const { value, low, high, isProvisional } = measurePoint(measure, point);
  const inWords = measureWords(measure, formats);
  return {
    day: point.day,
    when: date(point.day),
    value: value === null ? t('trend.noData') : inWords(value),
    basis: measureBasis(measure, point, formats) ?? NO_VALUE,
    interval:
      low === null || high === null
        ? NO_VALUE
        : t('report.interval', { low: inWords(low), high: inWords(high) }),
    mature: t(isProvisional ? 'trend.isNotMature' : 'trend.isMature'),
  };
}
