import type { SandboxClock } from '../clock';

/** At most `limit` units in each window of `windowMs`; windows start at multiples of their length. */
export class RateLimit {
  readonly #clock: SandboxClock;
  readonly #limit: number;
  readonly #windowMs: number;
  #window = -1;
  #taken = 0;

  constructor(clock: SandboxClock, limit: number, windowMs: number) {
    this.#clock = clock;
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  /** Takes the units if the window has room for all of them; says whether it had. */
  take(units = 1): boolean {
    const window = Math.floor(this.#clock.now() / this.#windowMs);
    if (window !== this.#window) {
      this.#window = window;
      this.#taken = 0;
    }
    if (this.#taken + units > this.#limit) return false;
    this.#taken += units;
    return true;
  }
}
