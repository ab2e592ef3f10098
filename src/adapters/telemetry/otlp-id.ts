import { BIG_INTEGER } from './parse-json';

/**
 * An id of a trace or span in lower-case hex digits. Takes hex of any case, as OTLP says, and the
 * bare whole numbers that some tools write instead. null: neither, of another size, or zero, which
 * OpenTelemetry calls invalid.
 */
export function otlpId(value: unknown, hexDigits: 16 | 32): string | null {
  const hex =
    typeof value === 'string' && !value.startsWith(BIG_INTEGER)
      ? value.toLowerCase()
      : hexOfNumber(value)?.padStart(hexDigits, '0');
  return hex?.length === hexDigits && HEX.test(hex) && !ZERO.test(hex) ? hex : null;
}

/** Is it said that there is no such span? Written as nothing, as empty, and as zeros. */
export const isNoId = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === 0 ||
  (typeof value === 'string' && ZERO.test(value));

const HEX = /^[0-9a-f]+$/;
const ZERO = /^0+$/;

function hexOfNumber(value: unknown): string | null {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && value > 0 ? value.toString(16) : null;
  }
  if (typeof value !== 'string') return null;
  const digits = value.slice(BIG_INTEGER.length);
  return BIG_ID.test(digits) ? BigInt(digits).toString(16) : null;
}

/** 128 bits take 39 digits at most. */
const BIG_ID = /^\d{16,39}$/;
