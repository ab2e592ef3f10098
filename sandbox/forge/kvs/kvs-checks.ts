import type { AttributeType, EntityModule } from '../manifest-schema';
import { PlatformError } from '../platform-error';

import type { Ttl } from './kvs-schemas';

const KEY_CHARACTERS = 500;
const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;
const VALUE_BYTES = 240 * 1_024;
const VALUE_DEPTH = 31;
const INT32 = 2 ** 31;
const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const UNIT_MS = {
  SECONDS: SECOND_MS,
  MINUTES: 60 * SECOND_MS,
  HOURS: 3_600 * SECOND_MS,
  DAYS: DAY_MS,
} as const;
const TTL_DAYS = 365;

export const badRequest = (code: string, message: string): PlatformError =>
  new PlatformError(400, code, message);

export function checkKey(key: string): void {
  if (key.length === 0) throw badRequest('KEY_TOO_SHORT', 'Key must not be empty');
  if (key.length > KEY_CHARACTERS) {
    throw badRequest('KEY_TOO_LONG', `Key has ${key.length} characters; the limit is 500`);
  }
  if (!KEY_PATTERN.test(key)) {
    throw badRequest('INVALID_KEY', `Key '${key}' must match ${KEY_PATTERN.source}`);
  }
}

/** The value as JSON. */
export function checkValue(value: unknown): string {
  if (value === undefined || value === null) {
    throw badRequest(
      'VALIDATION_ERROR',
      'value must be a string, number, boolean, array or object',
    );
  }
  const json = JSON.stringify(value);
  if (Buffer.byteLength(json) > VALUE_BYTES) {
    throw badRequest(
      'MAX_SIZE',
      `Value has ${Buffer.byteLength(json)} bytes; the limit is 240 KiB`,
    );
  }
  if (depthOf(value) > VALUE_DEPTH) {
    throw badRequest('MAX_DEPTH', `Value is nested deeper than ${VALUE_DEPTH}`);
  }
  return json;
}

/** When a value set now expires; null for never. */
export function expiryMs(nowMs: number, ttl: Ttl | undefined): number | null {
  if (ttl === undefined) return null;
  const lifeMs = ttl.value * UNIT_MS[ttl.unit];
  if (lifeMs > TTL_DAYS * DAY_MS) {
    throw badRequest('VALIDATION_ERROR', `ttl must be at most ${TTL_DAYS} days`);
  }
  return nowMs + lifeMs;
}

/** Declared attributes must have their declared type; others are stored as they are. */
export function checkAttributes(entity: EntityModule, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('VALIDATION_ERROR', `Value of entity '${entity.name}' must be an object`);
  }
  for (const [name, attribute] of Object.entries(value as Record<string, unknown>)) {
    const declared = entity.attributes[name];
    if (declared !== undefined && !hasType(attribute, declared.type)) {
      const message = `Attribute '${name}' of entity '${entity.name}' must be of type ${declared.type}`;
      throw badRequest('VALIDATION_ERROR', message);
    }
  }
}

function hasType(value: unknown, type: AttributeType): boolean {
  switch (type) {
    case 'any':
      return true;
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'float':
      return typeof value === 'number';
    case 'integer':
      return Number.isInteger(value) && Math.abs(Number(value)) < INT32;
  }
}

/** 0 for a scalar. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
