import type { DeskScorecard, Rate } from '../../../src/contract';
import { NO_VALUE } from '../format/number-format';
import type { Formats } from '../format/formats';
import { dayTicks, ratioAxis, ticksOf } from './axis';
import { INTERVAL } from './kpi-card';
import { measurePoint, pointDay } from './measure-points';
import type { LinePoint } from './sparkline';

export interface BandPoint extends LinePoint {
  /** null exactly where `value` is. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface TrendSeriesView {
  readonly id: 'firstContactResolution' | 'aiResolution';
  readonly name: string;
  /** Name and the period's value. */
  readonly legend: string;
  /** Says that choosing it in the legend shows its interval. */
  readonly legendLabel: string;
  /** Explains band and dots while this series' interval is shown. */
  readonly caption: string;
  readonly points: readonly BandPoint[];
}

export interface TrendRowView {
  readonly when: string;
  readonly cells: readonly string[];
}

export interface TrendView {
  readonly title: string;
  readonly series: readonly TrendSeriesView[];
  /** Upper end of the axis, 0..1. */
  readonly top: number;
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  readonly xTicks: readonly { readonly index: number; readonly label: string }[];
  /** Said when a point is pointed at; one per point. */
  readonly readouts: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly TrendRowView[];
}

const SERIES = ['aiResolution', 'firstContactResolution'] as const;

/** null while no point has a value: there is nothing to draw or to list. */
export function prepareTrend(desk: DeskScorecard, formats: Formats): TrendView | null {
  const { trend, score } = desk;
  const { t } = formats;
  const hasValues = trend.some((point) => SERIES.some((name) => point.rates[name] !== null));
  if (!hasValues) return null;

  const hasProvisional = trend.some((point) => point.isProvisional);
  const isWeekly = trend.some((point) => point.days > 1);
  const series = SERIES.map((name) => {
    const title = t.kpiTitle(name);
    const total = score.rates[name];
    const band = t('trend.band', { level: formats.percent(INTERVAL), name: title });
    return {
      id: name,
      name: title,
      legend:
        total === null
          ? title
          : t('trend.now', { name: title, value: formats.percent(total.value) }),
      legendLabel: t('trend.showBand', { name: title }),
      caption: hasProvisional ? `${band} · ${t('trend.provisional')}` : band,
      points: trend.map((point) => measurePoint(name, point)),
    };
  });
  const highest = Math.max(
    ...series.flatMap(({ points }) => points.map((point) => point.high ?? 0)),
  );
  const axis = ratioAxis(highest);

  return {
    title: t(isWeekly ? 'trend.weekly' : 'trend.daily', {
      series: series.map(({ legend }) => legend).join(', '),
    }),
    series,
    top: axis.top,
    yTicks: ticksOf(axis, formats.percent),
    xTicks: dayTicks(trend, formats),
    readouts: trend.map((point) =>
      [
        pointDay(point, formats),
        ...SERIES.map((name) =>
          t('trend.now', {
            name: t.kpiTitle(name),
            value: inWords(point.rates[name], formats),
          }),
        ),
      ].join(' · '),
    ),
    columns: [
      t(isWeekly ? 'trend.week' : 'trend.day'),
      ...SERIES.map((name) => t.kpiTitle(name)),
      t('kpi.mttr.title.episode'),
      t('trend.mature'),
    ],
    rows: trend.map((point) => ({
      when: formats.date(point.day),
      cells: [
        ...SERIES.map((name) => inWords(point.rates[name], formats)),
        point.timeToResolveMs.episode === null
          ? NO_VALUE
          : formats.duration(point.timeToResolveMs.episode.mean),
        t(point.isProvisional ? 'trend.isNotMature' : 'trend.isMature'),
      ],
    })),
  };
}

function inWords(rate: Rate | null, { t, percent }: Formats): string {
  if (rate === null) return t('trend.noData');
  const { value, numerator, denominator } = rate;
  return t('trend.rate', { percent: percent(value), numerator, denominator });
}
