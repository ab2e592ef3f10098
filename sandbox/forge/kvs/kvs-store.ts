import type { SandboxClock } from '../../clock';

/** A stored value. */
export interface KvsRecord {
  readonly key: string;
  /** JSON. */
  readonly json: string;
  readonly bytes: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** Null: never. */
  readonly expiresAtMs: number | null;
}

/** Which keys: the plain ones, the secrets, or those of one entity. */
export type KvsSpace = 'plain' | 'secret' | `entity:${string}`;

/**
 * The data of one installation. A record is gone at the moment it expires; the platform may keep it
 * up to 48 hours longer.
 */
export class KvsStore {
  readonly #clock: SandboxClock;
  readonly #spaces = new Map<KvsSpace, Map<string, KvsRecord>>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  get(space: KvsSpace, key: string): KvsRecord | null {
    const record = this.#space(space).get(key);
    return record === undefined || this.#isExpired(record) ? null : record;
  }

  /** @param expiresAtMs - null: never */
  put(space: KvsSpace, key: string, json: string, expiresAtMs: number | null): KvsRecord {
    const nowMs = this.#clock.now();
    const record: KvsRecord = {
      key,
      json,
      bytes: Buffer.byteLength(json),
      createdAtMs: this.get(space, key)?.createdAtMs ?? nowMs,
      updatedAtMs: nowMs,
      expiresAtMs,
    };
    this.#space(space).set(key, record);
    return record;
  }

  /** Says whether there was such a key. */
  delete(space: KvsSpace, key: string): boolean {
    const existed = this.get(space, key) !== null;
    this.#space(space).delete(key);
    return existed;
  }

  /** All records of a space, ascending by key. */
  list(space: KvsSpace): readonly KvsRecord[] {
    return [...this.#space(space).values()]
      .filter((record) => !this.#isExpired(record))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  #space(name: KvsSpace): Map<string, KvsRecord> {
    const existing = this.#spaces.get(name);
    if (existing !== undefined) return existing;
    const created = new Map<string, KvsRecord>();
    this.#spaces.set(name, created);
    return created;
  }

  #isExpired({ expiresAtMs }: KvsRecord): boolean {
    return expiresAtMs !== null && expiresAtMs <= this.#clock.now();
  }
}
