import { BIG_INTEGER } from './parse-json';
import { isObject, read, type Reading, refuse } from './refusal';

/** Attributes of a span by name: those that are asked for alone, others were dropped unread. */
export type Attributes = ReadonlyMap<string, string | number | boolean>;

export const NO_ATTRIBUTES: Attributes = new Map();

/** What must be in memory to be read as figures: more than these is no object of figures. */
const OBJECT_LENGTH = 4_096;

export interface Wanted {
  readonly names: ReadonlySet<string>;
  /** Of these, those that hold a JSON object of figures. */
  readonly objects: ReadonlySet<string>;
}

/** @param list OTLP's list of keys and values; of a key that is there twice, the last counts */
export function readAttributes(list: unknown, wanted: Wanted): Reading<Attributes> {
  if (list === undefined || list === null) return read(NO_ATTRIBUTES);
  if (!Array.isArray(list)) return refuse('attributes', 'a list of keys and values');
  const attributes = new Map<string, string | number | boolean>();
  for (const [index, entry] of list.entries()) {
    if (!isObject(entry) || typeof entry['key'] !== 'string') {
      return refuse(`attributes[${index}].key`, 'a string');
    }
    const { key } = entry;
    if (wanted.names.has(key)) {
      const value = valueOf(entry['value']);
      if (value !== null) attributes.set(key, value);
    } else if (wanted.objects.has(key)) {
      for (const [member, figure] of figuresOf(valueOf(entry['value']))) {
        attributes.set(`${key}.${member}`, figure);
      }
    }
  }
  return read(attributes);
}

/** null: none, or of a kind that is never asked for (list, map, bytes). */
function valueOf(value: unknown): string | number | boolean | null {
  if (!isObject(value)) return null;
  const { stringValue, intValue, doubleValue, boolValue } = value;
  if (typeof stringValue === 'string') return stringValue;
  if (typeof boolValue === 'boolean') return boolValue;
  const number = intValue ?? doubleValue;
  if (typeof number === 'number') return number;
  if (typeof number !== 'string') return null;
  return number.startsWith(BIG_INTEGER) ? number.slice(BIG_INTEGER.length) : number;
}

function figuresOf(
  value: string | number | boolean | null,
): readonly (readonly [string, number])[] {
  if (typeof value !== 'string' || value.length > OBJECT_LENGTH) return [];
  try {
    const object: unknown = JSON.parse(value);
    if (!isObject(object)) return [];
    return Object.entries(object).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    );
  } catch {
    // Another program's attribute that is no JSON tells no figures; the span does.
    return [];
  }
}

/** The first of these that is told, as text; null: none. */
export function textOf(attributes: Attributes, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined && value !== '') return String(value);
  }
  return null;
}

/** The first of these that is a number of 0 or more, written as one or as text; null: none. */
export function amountOf(attributes: Attributes, names: readonly string[]): number | null {
  for (const name of names) {
    const amount = toNumber(attributes.get(name));
    if (amount !== null && amount >= 0 && amount <= MOST) return amount;
  }
  return null;
}

/** As `amountOf`, of whole numbers. */
export function countOf(attributes: Attributes, names: readonly string[]): number | null {
  for (const name of names) {
    const count = toNumber(attributes.get(name));
    if (count !== null && Number.isInteger(count) && count >= 0 && count <= MOST) return count;
  }
  return null;
}

/** null: no number. */
export function toNumber(value: string | number | boolean | undefined): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : null;
}

/** No span used more tokens, or cost more dollars; sums of thousands of them stay exact. */
const MOST = 1_000_000_000;
const NUMBER = /^-?\d{1,20}(\.\d{1,20})?([eE][+-]?\d{1,2})?$/;
