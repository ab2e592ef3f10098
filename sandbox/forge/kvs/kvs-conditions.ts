import type { Condition, Conditions } from './kvs-schemas';

/** Whether an attribute's value meets a condition; values of different types never compare. */
export function meetsCondition(value: unknown, { condition, values }: Condition): boolean {
  const [first, second] = values;
  switch (condition) {
    case 'EXISTS':
      return value !== undefined;
    case 'NOT_EXISTS':
      return value === undefined;
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'BEGINS_WITH':
      return typeof value === 'string' && value.startsWith(String(first));
    case 'CONTAINS':
      return contains(value, first);
    case 'NOT_CONTAINS':
      return !contains(value, first);
    case 'GREATER_THAN':
      return compares(value, first, (order) => order > 0);
    case 'GREATER_THAN_EQUAL_TO':
      return compares(value, first, (order) => order >= 0);
    case 'LESS_THAN':
      return compares(value, first, (order) => order < 0);
    case 'LESS_THAN_EQUAL_TO':
      return compares(value, first, (order) => order <= 0);
    case 'BETWEEN':
      return (
        compares(value, first, (order) => order >= 0) &&
        compares(value, second, (order) => order <= 0)
      );
  }
}

/** All of `and`, and any of `or` where there is one. */
export function meetsConditions(value: unknown, { and = [], or = [] }: Conditions): boolean {
  const attributes = (value ?? {}) as Readonly<Record<string, unknown>>;
  const meets = (each: Condition & { readonly property: string }) =>
    meetsCondition(attributes[each.property], each);
  return and.every(meets) && (or.length === 0 || or.some(meets));
}

/** Ascending order of two attribute values of one type. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  return Number(a) - Number(b);
}

const compares = (a: unknown, b: unknown, holds: (order: number) => boolean): boolean =>
  typeof a === typeof b && (typeof a === 'string' || typeof a === 'number')
    ? holds(compareValues(a, b))
    : false;

const contains = (value: unknown, part: unknown): boolean =>
  Array.isArray(value)
    ? value.includes(part)
    : typeof value === 'string' && typeof part === 'string' && value.includes(part);
