import type { TicketVerdictEpisode } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import type { Texts } from '../shared/texts/texts';
import type { FactView } from './prepare-episode';

/** Display names by account id; accounts whose name is not known are left out. */
export type AccountNames = ReadonlyMap<string, string>;

/** Whose override it is: a name, or "A person". */
export const overriddenBy = (
  { override }: TicketVerdictEpisode,
  names: AccountNames,
  t: Texts,
): string => names.get(override?.accountId ?? '') ?? t('ticket.aPerson');

/** Whose override it is, and since when; empty for what the rules decided. */
export function overrideFacts(
  episode: TicketVerdictEpisode,
  names: AccountNames,
  { t, dateTime, exactTime }: Formats,
): readonly FactView[] {
  const { override } = episode;
  if (override === null) return [];
  return [
    { name: t('ticket.fact.setBy'), value: overriddenBy(episode, names, t), exact: null },
    { name: t('ticket.fact.setAt'), value: dateTime(override.at), exact: exactTime(override.at) },
  ];
}
