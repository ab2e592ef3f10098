import type { DeskScorecard, MeanInterval, MttrName } from '../../../src/contract';
import type { Formats } from '../format/formats';
import { NO_VALUE } from '../format/number-format';
import { prepareTimeChange } from './change';
import { INTERVAL, type CardView } from './kpi-card';
import { prepareSparkline } from './sparkline';

/** The mean, with median, p90, n and its interval beside it: a mean alone misleads. */
export function prepareTimeCard(name: MttrName, desk: DeskScorecard, formats: Formats): CardView {
  const measure = desk.score.timeToResolveMs[name];
  const { t } = formats;
  const title = t(`kpi.mttr.title.${name}`);
  const card = {
    id: `mttr-${name}`,
    name: title,
    definition: t('kpi.mttr.definition', { definition: t.kpiDefinition(name) }),
    definitionLabel: t('kpi.about', { name: title }),
    interval: null,
  };
  if (measure === null) {
    return {
      ...card,
      value: NO_VALUE,
      exact: null,
      basis: t(`kpi.mttr.none.${name}`),
      note: null,
      meanInterval: null,
      isNoData: true,
      sparkline: null,
      change: null,
      cohort: null,
    };
  }
  return {
    ...card,
    value: formats.duration(measure.mean),
    exact: formats.exactDuration(measure.mean),
    basis: t('kpi.mttr.sample', { n: measure.n }),
    note: t('kpi.mttr.spread', {
      median: formats.duration(measure.median),
      p90: formats.duration(measure.p90),
    }),
    meanInterval: meanIntervalOf(desk.timeIntervalsMs[name], formats),
    isNoData: false,
    sparkline: prepareSparkline(
      title,
      desk.trend,
      (point) => point.timeToResolveMs[name]?.mean ?? null,
      formats.duration,
      formats,
    ),
    change: prepareTimeChange(name, desk, formats),
    cohort: `time:${name}`,
  };
}

function meanIntervalOf(
  interval: MeanInterval | null,
  { t, duration, percent }: Formats,
): string | null {
  if (interval === null) return null;
  return t('kpi.interval', {
    level: percent(INTERVAL),
    // Few values that differ much have an interval that reaches below nothing.
    low: duration(Math.max(0, interval.lowMs)),
    high: duration(interval.highMs),
  });
}

/** Open tickets are in no time to resolve, so they stand beside it. */
export function prepareOpenCard({ open }: DeskScorecard, formats: Formats): CardView {
  const { t } = formats;
  const name = t('kpi.open.title');
  return {
    id: 'open',
    name,
    definition: t('kpi.open.definition'),
    definitionLabel: t('kpi.about', { name }),
    value: formats.count(open.tickets),
    exact: open.medianAgeMs === null ? null : formats.exactDuration(open.medianAgeMs),
    basis:
      open.medianAgeMs === null
        ? t('kpi.open.none')
        : t('kpi.open.age', { median: formats.duration(open.medianAgeMs) }),
    note: null,
    meanInterval: null,
    isNoData: false,
    interval: null,
    sparkline: null,
    change: null,
    cohort: open.tickets === 0 ? null : 'open',
  };
}
