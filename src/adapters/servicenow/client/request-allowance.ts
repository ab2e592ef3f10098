import type { Clock } from '../../../ports/clock';
import { epochMs, MINUTE_MS, type EpochMs } from '../../../domain/time';

/** Paces requests. One for all that an invocation sends, whatever the number of instances. */
export interface RequestAllowance {
  /** Resolves when the next request may go; in the order of asking. */
  take(): Promise<void>;
}

/**
 * Lets `perMinute` requests through in any span of a minute; more of them wait.
 *
 * @param deps.pause - waits that many milliseconds of the clock
 */
export function createRequestAllowance(deps: {
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  readonly perMinute: number;
}): RequestAllowance {
  /** When the last requests go, oldest first; at most `perMinute`. */
  let going: readonly EpochMs[] = [];

  return {
    async take() {
      const now = deps.clock.now();
      const first = going[0];
      const isFull = going.length >= deps.perMinute;
      const at = isFull && first !== undefined ? epochMs(Math.max(now, first + MINUTE_MS)) : now;
      // Taken before anything is waited for: two that ask at once get two places.
      going = [...going.slice(isFull ? 1 : 0), at];
      if (at > now) await deps.pause(at - now);
    },
  };
}
