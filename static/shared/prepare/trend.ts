import type { DeskScorecard, Rate, TrendPoint } from '../../../src/contract';
import { RATE_CATALOGUE } from '../../../src/contract/catalogue';
import { NO_VALUE } from '../format/number-format';
import type { Formats } from '../format/formats';
import { TEXTS } from '../texts';
import { INTERVAL } from './kpi-card';
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
const X_TICKS = 6;

/** null while no point has a value: there is nothing to draw or to list. */
export function prepareTrend(desk: DeskScorecard, formats: Formats): TrendView | null {
  const { trend, score } = desk;
  const hasValues = trend.some((point) => SERIES.some((name) => point.rates[name] !== null));
  if (!hasValues) return null;

  const hasProvisional = trend.some((point) => point.isProvisional);
  const isWeekly = trend.some((point) => point.days > 1);
  const series = SERIES.map((name) => {
    const { title } = RATE_CATALOGUE[name];
    const total = score.rates[name];
    const band = TEXTS.trendBand(formats.percent(INTERVAL), title);
    return {
      id: name,
      name: title,
      legend: total === null ? title : TEXTS.trendNow(title, formats.percent(total.value)),
      legendLabel: TEXTS.trendShowBand(title),
      caption: hasProvisional ? `${band} · ${TEXTS.trendProvisional}` : band,
      points: trend.map((point) => bandPoint(point.rates[name], point.isProvisional)),
    };
  });
  const highest = Math.max(
    ...series.flatMap(({ points }) => points.map((point) => point.high ?? 0)),
  );
  const { top, step } = axisFor(highest);
  const when = ({ day, days }: TrendPoint): string =>
    days > 1 ? TEXTS.weekOf(formats.date(day)) : formats.date(day);

  return {
    title: `${series.map(({ legend }) => legend).join(', ')}, ${
      isWeekly ? TEXTS.trendWeekly : TEXTS.trendDaily
    }`,
    series,
    top,
    yTicks: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({
      value: index * step,
      label: formats.percent(index * step),
    })),
    xTicks: xTicksOf(trend, formats),
    readouts: trend.map((point) =>
      TEXTS.trendPoint(
        when(point),
        SERIES.map(
          (name) => `${RATE_CATALOGUE[name].title} ${inWords(point.rates[name], formats)}`,
        ).join(' · '),
      ),
    ),
    columns: [
      isWeekly ? TEXTS.tableWeek : TEXTS.tableDay,
      ...SERIES.map((name) => RATE_CATALOGUE[name].title),
      TEXTS.tableMttr,
      TEXTS.tableMature,
    ],
    rows: trend.map((point) => ({
      when: formats.date(point.day),
      cells: [
        ...SERIES.map((name) => inWords(point.rates[name], formats)),
        point.timeToResolveMs.episode === null
          ? NO_VALUE
          : formats.duration(point.timeToResolveMs.episode.mean),
        point.isProvisional ? TEXTS.partly : TEXTS.yes,
      ],
    })),
  };
}

const bandPoint = (rate: Rate | null, isProvisional: boolean): BandPoint => ({
  value: rate?.value ?? null,
  low: rate?.low ?? null,
  high: rate?.high ?? null,
  isProvisional,
});

const inWords = (rate: Rate | null, formats: Formats): string =>
  rate === null
    ? TEXTS.noData
    : `${formats.percent(rate.value)} (${formats.count(rate.numerator)} of ${formats.count(rate.denominator)})`;

/** The smallest round axis that holds the highest value, with its grid. */
function axisFor(highest: number): { readonly top: number; readonly step: number } {
  if (highest <= 0.1) return { top: 0.1, step: 0.025 };
  if (highest <= 0.2) return { top: 0.2, step: 0.05 };
  if (highest <= 0.5) return { top: 0.5, step: 0.1 };
  return { top: 1, step: 0.25 };
}

/** At most six labels, evenly spread, counted back from the last point. */
function xTicksOf(trend: readonly TrendPoint[], formats: Formats): TrendView['xTicks'] {
  const stride = Math.max(1, Math.ceil(trend.length / X_TICKS));
  return trend.flatMap(({ day }, index) =>
    (trend.length - 1 - index) % stride === 0 ? [{ index, label: formats.shortDate(day) }] : [],
  );
}
