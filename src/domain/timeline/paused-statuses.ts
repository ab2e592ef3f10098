import type { TicketEvent } from './event';
import type { Timeline } from './ticket';

/**
 * The timeline with the states that wait for the requester as the desk has set them. Stored timelines
 * keep what the source said, so that changing the list later re-scores the past.
 *
 * @param names - statuses by name, in any case; null: as the source said
 */
export function applyPausedStatuses(timeline: Timeline, names: readonly string[] | null): Timeline {
  if (names === null) return timeline;
  const paused = new Set(names.map(normalised));
  return { ...timeline, events: timeline.events.map((event) => withPause(event, paused)) };
}

function withPause(event: TicketEvent, paused: ReadonlySet<string>): TicketEvent {
  if (event.kind !== 'status') return event;
  const isPaused = paused.has(normalised(event.status));
  return isPaused === event.paused ? event : { ...event, paused: isPaused };
}

const normalised = (name: string): string => name.trim().toLowerCase();
