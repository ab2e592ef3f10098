/** Milliseconds since the Unix epoch, UTC. Adapters convert; the domain never parses dates. */
export type EpochMs = number & { readonly __unit: 'epoch-ms' };

/** A span of time in milliseconds, never negative. */
export type DurationMs = number & { readonly __unit: 'duration-ms' };

/** A calendar day in a desk's time zone, `YYYY-MM-DD`. */
export type DeskDay = string & { readonly __unit: 'desk-day' };

/** Half-open: `from` is inside, `to` is outside, so that adjacent periods never overlap. */
export interface Period {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export const epochMs = (value: number): EpochMs => value as EpochMs;
export const durationMs = (value: number): DurationMs => value as DurationMs;
export const deskDay = (value: string): DeskDay => value as DeskDay;

/** The time from `from` to `to`; a clock that runs backwards gives 0, and callers that care compare first. */
export const elapsedMs = (from: EpochMs, to: EpochMs): DurationMs =>
  durationMs(Math.max(0, to - from));
