/** Work that is due at a moment of the sandbox's time. */
export interface DueWork {
  readonly atMs: number;
  run(): Promise<void>;
}

interface Entry extends DueWork {
  /** Of two at the same moment, the one put first runs first. */
  readonly order: number;
}

/** What is still to be done, by time. */
export class Timetable {
  /** Latest first, so that the next one is cheap to take. */
  readonly #entries: Entry[] = [];
  #order = 0;

  get size(): number {
    return this.#entries.length;
  }

  /** Null when nothing is to be done. */
  get nextAtMs(): number | null {
    return this.#entries.at(-1)?.atMs ?? null;
  }

  put(work: DueWork): void {
    const entry: Entry = { atMs: work.atMs, run: () => work.run(), order: this.#order };
    this.#order += 1;
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#entries[middle];
      if (other !== undefined && other.atMs > entry.atMs) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }

  /** Takes out what is due first. */
  take(): DueWork | null {
    return this.#entries.pop() ?? null;
  }
}
