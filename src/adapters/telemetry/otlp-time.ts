import { epochMs, type EpochMs } from '../../domain/time';
import { BIG_INTEGER } from './parse-json';

/**
 * Nanoseconds since the epoch, as a string of digits or a bare number, in whole milliseconds, rounded
 * down. null: neither, or not a time of the years 2000 to 2099, as a clock in other units gives.
 */
export function otlpTime(value: unknown): EpochMs | null {
  const ms = millisecondsOf(value);
  return ms !== null && isPlausibleTime(ms) ? epochMs(ms) : null;
}

export const isPlausibleTime = (ms: number): boolean => ms >= FIRST_MS && ms < END_MS;

const FIRST_MS = Date.UTC(2000, 0, 1);
const END_MS = Date.UTC(2100, 0, 1);
const DIGITS = /^\d{13,25}$/;

/** Cutting digits off is exact, where a division of the whole number would round. */
function millisecondsOf(value: unknown): number | null {
  if (typeof value === 'number') return Math.floor(value / 1_000_000);
  if (typeof value !== 'string') return null;
  const digits = value.startsWith(BIG_INTEGER) ? value.slice(BIG_INTEGER.length) : value;
  return DIGITS.test(digits) ? Number(digits.slice(0, -6)) : null;
}
