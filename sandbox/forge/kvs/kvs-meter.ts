import type { SandboxClock } from '../../clock';
import { currentInvocation } from '../app/invocation';
import { PlatformError } from '../platform-error';
import { RateLimit } from '../rate-limit';

const UNIT_BYTES = 10 * 1_024;
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** Counts what the key-value store is used for, and holds it to its rates. */
export class KvsMeter {
  readonly #requests: RateLimit;
  readonly #readUnits: RateLimit;
  readonly #writeUnits: RateLimit;

  /** @param clock - what rates are measured by */
  constructor(clock: SandboxClock) {
    this.#requests = new RateLimit(clock, 1_000, SECOND_MS);
    this.#readUnits = new RateLimit(clock, 4_000, MINUTE_MS);
    this.#writeUnits = new RateLimit(clock, 4_000, MINUTE_MS);
  }

  request(): void {
    if (!this.#requests.take()) throw limited('requests per second');
  }

  /** @param bytes - of all items that are charged together */
  read(bytes: number): void {
    const units = unitsOf(bytes);
    if (!this.#readUnits.take(units)) throw limited('read units per minute');
    const meter = currentInvocation.getStore()?.meter;
    meter?.count('kvsReads');
    meter?.count('kvsReadUnits', units);
    meter?.count('kvsBytesRead', bytes);
  }

  /** @param bytes - of all items that are charged together */
  write(bytes: number): void {
    const units = unitsOf(bytes);
    if (!this.#writeUnits.take(units)) throw limited('write units per minute');
    const meter = currentInvocation.getStore()?.meter;
    meter?.count('kvsWrites');
    meter?.count('kvsWriteUnits', units);
    meter?.count('kvsBytesWritten', bytes);
  }
}

const unitsOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / UNIT_BYTES));

const limited = (what: string): PlatformError =>
  new PlatformError(429, 'RATE_LIMIT_EXCEEDED', `Too many ${what}: try again later`);
