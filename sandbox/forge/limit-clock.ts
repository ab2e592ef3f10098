import type { SandboxClock } from '../clock';

/**
 * The time that rates are measured by: the injected clock, plus the real time since that clock last
 * moved. So a limit "per second" is lifted when the sandbox's second ends, and also when the app
 * really waits while the sandbox's time stands still.
 */
export class LimitClock implements SandboxClock {
  readonly #clock: SandboxClock;
  readonly #elapsedMs: () => number;
  #clockAtMs: number;
  #elapsedAtMs: number;
  #latestMs: number;

  /** @param elapsedMs - real milliseconds since any fixed moment */
  constructor(clock: SandboxClock, elapsedMs: () => number) {
    this.#clock = clock;
    this.#elapsedMs = elapsedMs;
    this.#clockAtMs = clock.now();
    this.#elapsedAtMs = elapsedMs();
    this.#latestMs = this.#clockAtMs;
  }

  now(): number {
    const clockMs = this.#clock.now();
    const elapsedMs = this.#elapsedMs();
    if (clockMs !== this.#clockAtMs) {
      this.#clockAtMs = clockMs;
      this.#elapsedAtMs = elapsedMs;
    }
    this.#latestMs = Math.max(this.#latestMs, clockMs + elapsedMs - this.#elapsedAtMs);
    return this.#latestMs;
  }
}
