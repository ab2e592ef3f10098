import type { Episode } from '../timeline/episode';
import type { OverriddenEvent, TicketEvent } from '../timeline/event';

/** The person's decision that holds for an episode: the last one in it or its aftermath, else null. */
export const overrideOf = ({
  events,
  aftermath,
}: Pick<Episode, 'events' | 'aftermath'>): OverriddenEvent | null =>
  aftermath.findLast(isOverride) ?? events.findLast(isOverride) ?? null;

const isOverride = (event: TicketEvent): event is OverriddenEvent => event.kind === 'overridden';
