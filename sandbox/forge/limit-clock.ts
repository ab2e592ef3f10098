import type { SandboxClock } from '../clock';

/**
 * The time that rates are measured by. It moves on with the injected clock or with real time,
 * whichever has moved further since it was last asked. So a limit "per second" is lifted when the
 * sandbox's second ends, and also when the app really waits while the sandbox's time stands still.
 */
export class LimitClock implements SandboxClock {
  readonly #clock: SandboxClock;
  readonly #elapsedMs: () => number;
  #clockAtMs: number;
  #elapsedAtMs: number;
  #nowMs: number;

  /** @param elapsedMs - real milliseconds since any fixed moment */
  constructor(clock: SandboxClock, elapsedMs: () => number) {
    this.#clock = clock;
    this.#elapsedMs = elapsedMs;
    this.#clockAtMs = clock.now();
    this.#elapsedAtMs = elapsedMs();
    this.#nowMs = this.#clockAtMs;
  }

  now(): number {
    const clockMs = this.#clock.now();
    const elapsedMs = this.#elapsedMs();
    this.#nowMs += Math.max(clockMs - this.#clockAtMs, elapsedMs - this.#elapsedAtMs, 0);
    this.#clockAtMs = clockMs;
    this.#elapsedAtMs = elapsedMs;
    return this.#nowMs;
  }
}
