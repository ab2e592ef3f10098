import type { DeskScorecard } from '../contract';
import { elapsedMs, epochMs, type EpochMs } from '../domain/time';
import type { DeskRow } from '../ports/score-store';

/** What waits on a desk, as of its last refresh; how long, as of now. */
export function openView({ standing }: DeskRow, now: EpochMs): DeskScorecard['open'] {
  const { openMedianOpenedAt = null, openTickets = 0 } = standing ?? {};
  return {
    tickets: openTickets,
    medianAgeMs: openMedianOpenedAt === null ? null : elapsedMs(epochMs(openMedianOpenedAt), now),
  };
}
