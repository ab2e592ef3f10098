import type { TicketVerdict } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import type { AccountNames } from './override-facts';
import { prepareEpisode, type EpisodeView } from './prepare-episode';
import { prepareTimeline, type StepView } from './prepare-timeline';

export interface TicketPanelView {
  /** null while the ticket is not scored. */
  readonly current: EpisodeView | null;
  /** A person has set the current outcome. */
  readonly isOverridden: boolean;
  /** Newest first; empty for a ticket with one episode, which `current` tells already. */
  readonly episodes: readonly EpisodeView[];
  readonly episodesTitle: string;
  readonly steps: readonly StepView[];
  /** The desk's own word on its service levels; null where it says nothing. */
  readonly sla: string | null;
  readonly asOf: string;
  readonly asOfExact: string;
}

/** The last episode is what the ticket's tag says, so it comes first here. */
export function prepareTicketPanel(
  verdict: TicketVerdict,
  names: AccountNames,
  formats: Formats,
): TicketPanelView {
  const views = verdict.episodes.map((episode, index) =>
    prepareEpisode(episode, { next: verdict.episodes[index + 1] ?? null, verdict, names }, formats),
  );
  const { t } = formats;
  const asOfExact = formats.exactTime(verdict.asOf);
  return {
    current: views.at(-1) ?? null,
    isOverridden: verdict.episodes.at(-1)?.rule === 'overridden',
    episodes: views.length > 1 ? [...views].reverse() : [],
    episodesTitle: t.plural('ticket.episodes', views.length),
    steps: prepareTimeline(verdict, formats),
    sla: slaWords(verdict, formats),
    asOf: t('ticket.asOf', { time: asOfExact }),
    asOfExact,
  };
}

function slaWords({ sla, record }: TicketVerdict, { t }: Formats): string | null {
  if (sla === null || record === null) return null;
  if (sla.isMet) return t('ticket.sla.met');
  // Missed, though none of those that the desk still lists: they may have been taken off the ticket.
  return sla.breached === null || sla.breached === 0
    ? t('ticket.sla.missed')
    : t.plural('ticket.sla.breached', sla.breached);
}
