import type { DeskScorecard } from '../../../src/contract';
import { TIME_CATALOGUE } from '../../../src/contract/catalogue';
import type { Formats } from '../format/formats';
import { NO_VALUE } from '../format/number-format';
import { TEXTS } from '../texts';
import type { CardView } from './kpi-card';
import { prepareSparkline } from './sparkline';

export type TimeCardName = 'ai' | 'human' | 'episode';

const NAMES: Readonly<Record<TimeCardName, string>> = {
  ai: TEXTS.mttrAi,
  human: TEXTS.mttrPeople,
  episode: TEXTS.mttrAll,
};
const NO_DATA: Readonly<Record<TimeCardName, string>> = {
  ai: TEXTS.noneResolvedByAi,
  human: TEXTS.noneResolvedByPeople,
  episode: TEXTS.noneResolved,
};

/** The mean, with median, p90 and n beside it: a mean alone misleads. */
export function prepareTimeCard(
  name: TimeCardName,
  desk: DeskScorecard,
  formats: Formats,
): CardView {
  const measure = desk.score.timeToResolveMs[name];
  const title = NAMES[name];
  const card = {
    id: `mttr-${name}`,
    name: title,
    definition: TEXTS.mttrDefinition(TIME_CATALOGUE[name].definition),
    definitionLabel: TEXTS.about(title),
    interval: null,
  };
  if (measure === null) {
    return {
      ...card,
      value: NO_VALUE,
      exact: null,
      basis: NO_DATA[name],
      note: null,
      isNoData: true,
      sparkline: null,
    };
  }
  return {
    ...card,
    value: formats.duration(measure.mean),
    exact: formats.exactDuration(measure.mean),
    basis: TEXTS.spread(formats.duration(measure.median), formats.duration(measure.p90)),
    note: TEXTS.sample(formats.count(measure.n)),
    isNoData: false,
    sparkline: prepareSparkline(
      title,
      desk.trend,
      (point) => point.timeToResolveMs[name]?.mean ?? null,
      formats.duration,
      formats,
    ),
  };
}

/** Open tickets are in no time to resolve, so they stand beside it. */
export function prepareOpenCard({ open }: DeskScorecard, formats: Formats): CardView {
  return {
    id: 'open',
    name: TEXTS.openNow,
    definition: TEXTS.openDefinition,
    definitionLabel: TEXTS.about(TEXTS.openNow),
    value: formats.count(open.tickets),
    exact: open.medianAgeMs === null ? null : formats.exactDuration(open.medianAgeMs),
    basis:
      open.medianAgeMs === null
        ? TEXTS.noneOpen
        : TEXTS.openAge(formats.duration(open.medianAgeMs)),
    note: null,
    isNoData: false,
    interval: null,
    sparkline: null,
  };
}
