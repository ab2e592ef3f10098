import type { CohortName, DeskScorecard, RateName } from '../../../src/contract';
import { NO_VALUE } from '../format/number-format';
import type { Formats } from '../format/formats';
import { prepareRateChange, type ChangeView } from './change';
import { noDataReason } from './no-data-reason';
import { RATE_BASIS } from './rate-basis';
import { prepareSparkline, type SparklineView } from './sparkline';

/** A card with one number, already in words. */
export interface CardView {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly definitionLabel: string;
  /** A dash without data. */
  readonly value: string;
  /** Exact value for hovering; null when `value` says it all. */
  readonly exact: string | null;
  /** "34 of 120 AI-handled tickets", or why there is no value. */
  readonly basis: string;
  readonly note: string | null;
  /** The interval of a mean in words; null for rates, which draw theirs. */
  readonly meanInterval: string | null;
  readonly isNoData: boolean;
  readonly interval: IntervalView | null;
  readonly sparkline: SparklineView | null;
  /** Against the period before; null when there is nothing to compare with. */
  readonly change: ChangeView | null;
  /** The tickets that the number counts; null without a number. */
  readonly cohort: CohortName | null;
}

/** Shares of the bar's width, 0..1. */
export interface IntervalView {
  readonly low: number;
  readonly high: number;
  readonly value: number;
  readonly label: string;
}

/** Confidence level of every interval of the contract. */
export const INTERVAL = 0.95;

export function prepareRateCard(name: RateName, desk: DeskScorecard, formats: Formats): CardView {
  const { t } = formats;
  const title = t.kpiTitle(name);
  const rate = desk.score.rates[name];
  const inWords = name === 'containmentGap' ? formats.points : formats.percent;
  const card = {
    id: name,
    name: title,
    definition: t.kpiDefinition(name),
    definitionLabel: t('kpi.about', { name: title }),
    exact: null,
    note: null,
    meanInterval: null,
  };
  if (rate === null) {
    return {
      ...card,
      value: NO_VALUE,
      basis: noDataReason(name, desk.score, desk.nextMaturesAt, formats),
      isNoData: true,
      interval: null,
      sparkline: null,
      change: null,
      cohort: null,
    };
  }
  return {
    ...card,
    value: inWords(rate.value),
    basis: t.plural(`kpi.basis.${RATE_BASIS[name]}`, rate.denominator, {
      numerator: rate.numerator,
    }),
    isNoData: false,
    interval: {
      low: clamped(rate.low),
      high: clamped(rate.high),
      value: clamped(rate.value),
      label: t('kpi.interval', {
        level: formats.percent(INTERVAL),
        low: inWords(rate.low),
        high: inWords(rate.high),
      }),
    },
    sparkline: prepareSparkline(
      title,
      desk.trend,
      (point) => point.rates[name]?.value ?? null,
      inWords,
      formats,
    ),
    change: prepareRateChange(name, desk, formats),
    cohort: `rate:${name}`,
  };
}

const clamped = (share: number): number => Math.min(1, Math.max(0, share));
