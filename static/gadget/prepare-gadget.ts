import type { DeskScorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareRateCard, type CardView } from '../shared/prepare/kpi-card';
import { prepareTimeCard } from '../shared/prepare/time-card';
import { TEXTS } from '../shared/texts';
import type { GadgetConfig } from './gadget-config';

export interface GadgetView {
  readonly subtitle: string;
  readonly card: CardView;
  readonly computed: string;
  /** null before the first computation. */
  readonly computedExact: string | null;
}

export function prepareGadget(
  desk: DeskScorecard,
  { kpi, periodDays }: GadgetConfig,
  formats: Formats,
): GadgetView {
  const { computedAt } = desk;
  return {
    subtitle: TEXTS.gadget.subtitle(desk.desk.key, formats.count(periodDays)),
    card:
      kpi === 'mttr'
        ? prepareTimeCard('episode', desk, formats)
        : prepareRateCard(kpi, desk, formats),
    computed:
      computedAt === null
        ? TEXTS.neverComputed
        : TEXTS.computed(formats.ago(computedAt, Date.parse(desk.asOf))),
    computedExact: computedAt === null ? null : formats.exactTime(computedAt),
  };
}
