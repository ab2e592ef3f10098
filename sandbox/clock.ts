/** The sandbox's only source of time. Injected everywhere; tests move it by hand. */
export interface SandboxClock {
  /** Epoch milliseconds, UTC. */
  now(): number;
}

/** A clock that stands still until it is moved. */
export class ManualClock implements SandboxClock {
  #nowMs: number;
  constructor(startAtMs: number) {
    this.#nowMs = startAtMs;
  }
  now(): number {
    return this.#nowMs;
  }
  /** Moves forward to `atMs`; going back is a bug in the caller. */
  moveTo(atMs: number): void {
    if (atMs < this.#nowMs) throw new Error('A clock does not run backwards');
    this.#nowMs = atMs;
  }
  advance(ms: number): void {
    this.moveTo(this.#nowMs + ms);
  }
}
