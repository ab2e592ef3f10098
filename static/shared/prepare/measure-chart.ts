import type { TrendPoint } from '../../../src/contract';
import type { Formats } from '../format/formats';
import { dayTicks, durationAxis, ratioAxis, ticksOf } from './axis';
import { INTERVAL } from './kpi-card';
import {
  measureBasis,
  measurePoint,
  measureTitle,
  measureWords,
  pointDay,
  type Course,
} from './measure-points';
import { isRate, type MeasureName } from './measures';
import type { BandPoint } from './trend';
import { prepareTrendMessage, type TrendMessage } from './trend-message';

/** The course of one measure. */
export interface MeasureChartView {
  readonly message: TrendMessage;
  /** Explains what is drawn beside the line. */
  readonly caption: string;
  readonly points: readonly BandPoint[];
  readonly hasBand: boolean;
  /** Index of the first point of the pale end; null without one. */
  readonly provisionalFrom: number | null;
  /** Upper end of the axis, in the points' unit. */
  readonly top: number;
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  readonly xTicks: readonly { readonly index: number; readonly label: string }[];
  /** The last value, written beside its point. */
  readonly end: { readonly index: number; readonly label: string };
  /** Where the definition changed; `index` may lie between two points. */
  readonly marks: readonly {
    readonly index: number;
    readonly label: string;
    readonly exact: string;
  }[];
  /** Said when a point is pointed at; one per point. */
  readonly readouts: readonly string[];
}

const DAY_MS = 86_400_000;

/** null while no point has a value: there is nothing to draw. */
export function prepareMeasureChart(
  measure: MeasureName,
  course: Course,
  formats: Formats,
): MeasureChartView | null {
  const message = prepareTrendMessage(measure, course, formats);
  const points = course.points.map((point) => measurePoint(measure, point));
  const last = points.findLastIndex(({ value }) => value !== null);
  if (message === null || last < 0) return null;
  const inWords = measureWords(measure, formats);
  const axis = isRate(measure) ? ratioAxis(highOf(points)) : durationAxis(longestOf(points));
  const hasBand = points.some(({ high }) => high !== null);
  const pale = points.findIndex((point) => point.isProvisional);
  return {
    message,
    caption: captionOf(measure, { hasBand, hasPale: pale >= 0 }, formats),
    points: points.map((point) => drawn(point, axis.top)),
    hasBand,
    provisionalFrom: pale >= 0 ? pale : null,
    top: axis.top,
    yTicks: ticksOf(axis, inWords),
    xTicks: dayTicks(course.points, formats),
    end: { index: last, label: inWords(points[last]?.value ?? 0) },
    marks: marksOf(course, formats),
    readouts: course.points.map((point) => readoutOf(measure, point, formats)),
  };
}

/** The interval of few times can reach far beyond them: it must not make the line flat. */
const BAND_OVER_VALUES = 2;

const highOf = (points: readonly BandPoint[]): number =>
  Math.max(...points.map(({ value, high }) => high ?? value ?? 0));

function longestOf(points: readonly BandPoint[]): number {
  const value = Math.max(...points.map((point) => point.value ?? 0));
  return Math.min(highOf(points), BAND_OVER_VALUES * value);
}

/** Without an interval the band is as thin as the line; beyond the axis it is cut. */
const drawn = (point: BandPoint, top: number): BandPoint => ({
  ...point,
  low: point.low ?? point.value,
  high: point.high === null ? point.value : Math.min(point.high, top),
});

/** "3 Mar 2026 · 44 % (34 of 120, 95 % interval 35 % to 53 %) · not all of it is mature yet". */
function readoutOf(measure: MeasureName, point: TrendPoint, formats: Formats): string {
  const { t } = formats;
  const { value, low, high } = measurePoint(measure, point);
  const inWords = measureWords(measure, formats);
  const when = pointDay(point, formats);
  if (value === null) return `${when} · ${t('trend.noData')}`;
  const parts = [when, inWords(value), measureBasis(measure, point, formats)];
  if (low !== null && high !== null) {
    const level = formats.percent(INTERVAL);
    parts.push(t('kpi.interval', { level, low: inWords(low), high: inWords(high) }));
  }
  if (point.isProvisional) parts.push(t('report.trends.provisional'));
  return parts.filter((part) => part !== null).join(' · ');
}

function captionOf(
  measure: MeasureName,
  { hasBand, hasPale }: { readonly hasBand: boolean; readonly hasPale: boolean },
  formats: Formats,
): string {
  const { t } = formats;
  const name = measureTitle(measure, formats);
  const parts = [
    ...(hasBand ? [t('trend.band', { level: formats.percent(INTERVAL), name })] : []),
    ...(hasPale ? [t('trend.provisional')] : []),
  ];
  return parts.join(' · ');
}

function marksOf({ points, changes }: Course, { t, date }: Formats): MeasureChartView['marks'] {
  const [first] = points;
  if (first === undefined) return [];
  return changes.flatMap(({ day, version }) => {
    const index = (Date.parse(day) - Date.parse(first.day)) / DAY_MS / first.days;
    if (index < 0 || index > points.length) return [];
    return [
      {
        index: Math.min(index, points.length - 1),
        label: t('report.trends.mark', { version }),
        exact: t('report.trends.markExact', { version, day: date(day) }),
      },
    ];
  });
}
