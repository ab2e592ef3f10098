import type { DeskScorecard, GadgetKpi } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareComputed, type ComputedView } from '../shared/prepare/computed';
import { prepareRateCard, type CardView } from '../shared/prepare/kpi-card';
import { prepareSummary } from '../shared/prepare/summary';
import { prepareTimeCard } from '../shared/prepare/time-card';
import { prepareTrend, type TrendView } from '../shared/prepare/trend';
import type { GadgetConfig } from './gadget-config';

export interface GadgetView extends ComputedView {
  readonly subtitle: string;
  /** The period in one sentence; null before the first computation. */
  readonly sentence: string | null;
  readonly content: GadgetContent;
}

export type GadgetContent =
  | { readonly kind: 'numbers'; readonly cards: readonly CardView[] }
  | { readonly kind: 'trend'; readonly trend: TrendView }
  /** A trend without a single value. */
  | { readonly kind: 'no-trend'; readonly words: string };

export function prepareGadget(
  desk: DeskScorecard,
  config: GadgetConfig,
  formats: Formats,
): GadgetView {
  const { t } = formats;
  return {
    subtitle: subtitleOf(desk, config, formats),
    sentence: desk.computedAt === null ? null : prepareSummary(desk.score, t),
    content: contentOf(desk, config, formats),
    ...prepareComputed(desk, formats),
  };
}

function subtitleOf(
  { desk: { name } }: DeskScorecard,
  { periodDays }: GadgetConfig,
  { t }: Formats,
): string {
  return periodDays === 1
    ? t('gadget.subtitleToday', { desk: name })
    : t.plural('gadget.subtitle', periodDays, { desk: name });
}

function contentOf(
  desk: DeskScorecard,
  { view, kpis }: GadgetConfig,
  formats: Formats,
): GadgetContent {
  if (view === 'numbers') {
    return { kind: 'numbers', cards: kpis.map((kpi) => cardOf(kpi, desk, formats)) };
  }
  const trend = prepareTrend(desk, formats);
  if (trend === null) return { kind: 'no-trend', words: formats.t('trend.empty') };
  return { kind: 'trend', trend };
}

const cardOf = (kpi: GadgetKpi, desk: DeskScorecard, formats: Formats): CardView =>
  kpi === 'mttr' ? prepareTimeCard('episode', desk, formats) : prepareRateCard(kpi, desk, formats);
