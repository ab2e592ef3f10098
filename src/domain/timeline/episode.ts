import type { EpochMs } from '../time';
import type { StatusEvent, TicketEvent } from './event';
import type { Timeline } from './ticket';

/** One stretch of work: from opening, or a reopening, to its resolution (rule book, section 3). */
export interface Episode {
  /** 0 for the ticket's first. */
  readonly ordinal: number;
  readonly startedAt: EpochMs;
  /** In time order, the closing event included. A reopening is the first event of its episode. */
  readonly events: readonly TicketEvent[];
  /** The event that made the ticket done; null while open. */
  readonly closing: StatusEvent | null;
  readonly resolvedAt: EpochMs | null;
  /** After the closing event and before a reopening. */
  readonly aftermath: readonly TicketEvent[];
  /** When the next episode starts; null when there is none. */
  readonly reopenedAt: EpochMs | null;
}

interface OpenEpisode {
  readonly startedAt: EpochMs;
  readonly events: TicketEvent[];
  readonly aftermath: TicketEvent[];
  closing: StatusEvent | null;
}

/**
 * Cuts a timeline into episodes. Done → done changes nothing; done → anything else starts the next
 * one. A clock that runs backwards is held: an event before `openedAt` happens at its own time, but
 * no episode ends before it starts.
 *
 * @param asOf - events later than it do not exist; null keeps all
 */
export function splitEpisodes(timeline: Timeline, asOf: EpochMs | null): readonly Episode[] {
  const startEpisode = (startedAt: EpochMs): OpenEpisode => ({
    startedAt,
    events: [],
    aftermath: [],
    closing: null,
  });
  let current = startEpisode(timeline.openedAt);
  const all = [current];

  for (const event of inTimeOrder(timeline.events)) {
    if (asOf !== null && event.at > asOf) break;
    const isReopening =
      current.closing !== null && event.kind === 'status' && event.category !== 'done';
    if (isReopening) {
      current = startEpisode(event.at);
      all.push(current);
    }
    if (current.closing !== null) {
      current.aftermath.push(event);
      continue;
    }
    current.events.push(event);
    if (event.kind === 'status' && event.category === 'done') current.closing = event;
  }

  return all.map(({ startedAt, events, aftermath, closing }, ordinal) => ({
    ordinal,
    startedAt,
    events,
    closing,
    resolvedAt: closing?.at ?? null,
    aftermath,
    reopenedAt: all[ordinal + 1]?.startedAt ?? null,
  }));
}

/** Stable, and free for the usual timeline that is in order already. */
function inTimeOrder(events: readonly TicketEvent[]): readonly TicketEvent[] {
  const isOrdered = events.every((event, i) => i === 0 || (events[i - 1]?.at ?? 0) <= event.at);
  return isOrdered ? events : [...events].sort((a, b) => a.at - b.at);
}
