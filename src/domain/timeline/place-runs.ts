import type { AgentRunEvent, TicketEvent } from './event';

/**
 * A run that resolves its ticket ends after that: by its end alone it would be something that happened
 * afterwards, and its confidence and verified actions would be lost to the verdict. It is of what it
 * worked on, so it comes just before the first resolution that fell within it.
 *
 * @param events - in time order
 * @returns in time order; the same list when no run is moved
 */
export function placeRuns(events: readonly TicketEvent[]): readonly TicketEvent[] {
  let placed = events;
  for (const run of events) {
    if (run.kind !== 'agent-run' || run.startedAt === undefined) continue;
    placed = withRunPlaced(placed, run, run.startedAt);
  }
  return placed;
}

function withRunPlaced(
  events: readonly TicketEvent[],
  run: AgentRunEvent,
  startedAt: number,
): readonly TicketEvent[] {
  const from = events.indexOf(run);
  const to = events.findIndex(
    (event, i) =>
      i < from && event.kind === 'status' && event.category === 'done' && event.at >= startedAt,
  );
  const resolution = events[to];
  if (resolution === undefined) return events;
  return [
    ...events.slice(0, to),
    { ...run, at: resolution.at },
    ...events.slice(to, from),
    ...events.slice(from + 1),
  ];
}
