import type { AdministeredDesk } from '../../src/contract';

/** How far a history had been read at a moment. */
export interface ProgressSample {
  readonly project: string;
  readonly atMs: number;
  readonly ticketsDone: number;
}

/** So long a rate looks back: long enough to be steady, short enough to notice a slower desk. */
const SPAN_MS = 10 * 60_000;

/** Adds a moment of every history that is being read; a history that began anew forgets what was before. */
export function withSamples(
  samples: readonly ProgressSample[],
  desks: readonly AdministeredDesk[],
  atMs: number,
): readonly ProgressSample[] {
  return desks
    .filter(({ backfill }) => backfill.status === 'running')
    .flatMap(({ projectKey: project, backfill: { ticketsDone } }) => {
      const kept = samples.filter(
        (each) =>
          each.project === project &&
          each.atMs < atMs &&
          each.atMs >= atMs - SPAN_MS &&
          each.ticketsDone <= ticketsDone,
      );
      return [...kept, { project, atMs, ticketsDone }];
    });
}

/** Milliseconds until a history is read, at the rate of the last polls; null while that says nothing. */
export function leftMs(
  samples: readonly ProgressSample[],
  { projectKey, backfill }: AdministeredDesk,
): number | null {
  const own = samples.filter(({ project }) => project === projectKey);
  const [first, last] = [own[0], own.at(-1)];
  if (backfill.ticketsTotal === null || first === undefined || last === undefined) return null;
  const ticketsRead = last.ticketsDone - first.ticketsDone;
  if (ticketsRead <= 0) return null;
  const ticketsLeft = Math.max(0, backfill.ticketsTotal - last.ticketsDone);
  return (ticketsLeft * (last.atMs - first.atMs)) / ticketsRead;
}
