import { meetsCondition, meetsConditions } from '../../../sandbox/forge/kvs/kvs-conditions';
import type { Condition } from '../../../sandbox/forge/kvs/kvs-schemas';

const cases: readonly (readonly [unknown, Condition['condition'], Condition['values'], boolean])[] =
  [
    [5, 'EQUAL_TO', [5], true],
    ['5', 'EQUAL_TO', [5], false],
    [5, 'NOT_EQUAL_TO', [6], true],
    [5, 'GREATER_THAN', [5], false],
    [5, 'GREATER_THAN_EQUAL_TO', [5], true],
    [5, 'LESS_THAN', [5], false],
    [5, 'LESS_THAN_EQUAL_TO', [5], true],
    ['b', 'GREATER_THAN', ['a'], true],
    ['b', 'GREATER_THAN', [1], false],
    [5, 'BETWEEN', [5, 6], true],
    [7, 'BETWEEN', [5, 6], false],
    ['abc', 'BEGINS_WITH', ['ab'], true],
    ['abc', 'BEGINS_WITH', ['b'], false],
    ['abc', 'CONTAINS', ['b'], true],
    [['a', 'b'], 'CONTAINS', ['b'], true],
    ['abc', 'NOT_CONTAINS', ['b'], false],
    [undefined, 'EXISTS', [true], false],
    [0, 'EXISTS', [true], true],
    [undefined, 'NOT_EXISTS', [true], true],
    [undefined, 'LESS_THAN', [5], false],
  ];

it.each(cases)('%j %s %j is %s', (value, condition, values, expected) => {
  expect(meetsCondition(value, { condition, values })).toBe(expected);
});

it('needs all of and, any of or', () => {
  const is = (property: string, value: number) => ({
    property,
    condition: 'EQUAL_TO' as const,
    values: [value],
  });
  const value = { a: 1, b: 2 };
  expect(meetsConditions(value, { and: [is('a', 1), is('b', 2)] })).toBe(true);
  expect(meetsConditions(value, { and: [is('a', 1), is('b', 3)] })).toBe(false);
  expect(meetsConditions(value, { or: [is('a', 9), is('b', 2)] })).toBe(true);
  expect(meetsConditions(value, { or: [is('a', 9), is('b', 9)] })).toBe(false);
  expect(meetsConditions(value, {})).toBe(true);
});
