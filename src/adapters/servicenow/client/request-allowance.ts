import { durationMs, MINUTE_MS, type DurationMs } from '../../../domain/time';
import type { Clock } from '../../../ports/clock';

/** Paces requests. One for all that a container sends, whatever the number of instances. */
export interface RequestAllowance {
  /**
   * Takes one request of the minute's.
   *
   * @returns null: it may go; else how long until the next one may. Nothing is waited for here: a
   *   function that sleeps is paid for, a job that comes later is not
   */
  take(): DurationMs | null;
}

/** Lets `perMinute` requests through in any span of a minute. */
export function createRequestAllowance(deps: {
  readonly clock: Clock;
  readonly perMinute: number;
}): RequestAllowance {
  /** When the last requests went, oldest first; at most `perMinute`. */
  let gone: readonly number[] = [];

  return {
    take() {
      const now = deps.clock.now();
      // A clock that was set back has no use for what it has not told yet.
      gone = gone.filter((at) => at > now - MINUTE_MS && at <= now);
      const [first] = gone;
      if (gone.length >= deps.perMinute && first !== undefined) {
        return durationMs(first + MINUTE_MS - now);
      }
      gone = [...gone, now];
      return null;
    },
  };
}
