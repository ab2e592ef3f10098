import type { DeskScorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareComputed, type ComputedView } from '../shared/prepare/computed';
import { prepareRateCard, type CardView } from '../shared/prepare/kpi-card';
import { prepareTimeCard } from '../shared/prepare/time-card';
import type { GadgetConfig } from './gadget-config';

export interface GadgetView extends ComputedView {
  readonly subtitle: string;
  readonly card: CardView;
}

export function prepareGadget(
  desk: DeskScorecard,
  { kpi, periodDays }: GadgetConfig,
  formats: Formats,
): GadgetView {
  return {
    subtitle: formats.t.plural('gadget.subtitle', periodDays, { desk: desk.desk.key }),
    card:
      kpi === 'mttr'
        ? prepareTimeCard('episode', desk, formats)
        : prepareRateCard(kpi, desk, formats),
    ...prepareComputed(desk, formats),
  };
}
