import type { EpochMs } from '../time';

/** When a run of a ticket ended. */
export interface Attempt {
  readonly runId: string;
  readonly endedAt: EpochMs;
}

/**
 * The episode that a run belongs to, and which of its runs it is: 1 for the first. A run that ended
 * before the ticket was opened belongs to the first episode, one after a resolution to the episode
 * before it.
 *
 * @param episodes - of the ticket, oldest first
 * @param attempts - all runs of the ticket, in any order, this one included
 * @returns null when the ticket has no episode
 */
export function placeOfRun<E extends { readonly openedAt: EpochMs }>(
  { runId, endedAt }: Attempt,
  episodes: readonly E[],
  attempts: readonly Attempt[],
): { readonly episode: E; readonly attempt: number } | null {
  const episodeAt = (at: EpochMs): E | undefined =>
    episodes.findLast(({ openedAt }) => openedAt <= at) ?? episodes[0];
  const episode = episodeAt(endedAt);
  if (episode === undefined) return null;
  const before = attempts.filter(
    (other) =>
      (other.endedAt < endedAt || (other.endedAt === endedAt && other.runId < runId)) &&
      episodeAt(other.endedAt) === episode,
  );
  return { episode, attempt: before.length + 1 };
}
