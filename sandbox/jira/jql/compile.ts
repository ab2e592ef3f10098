import { badRequest } from '../fault';
import type { SiteIssue } from '../model';
import type { JqlClause, JqlOperator, JqlTest } from './ast';
import { standsForEmpty } from './entity-fields';
import type { FieldContext, JqlField, JqlReading, JqlValue } from './field';
import { findJqlField } from './fields';

export type IssuePredicate = (issue: SiteIssue) => boolean;

const MINUTE_MS = 60_000;
const INVERSE: Readonly<Record<JqlOperator, JqlOperator>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
};

/** Where NOT has moved into the tests: Jira's NOT leaves EMPTY out, as `!=` does. */
export function withoutNot(clause: JqlClause, isNegated = false): JqlClause {
  switch (clause.kind) {
    case 'not':
      return withoutNot(clause.clause, !isNegated);
    case 'and':
    case 'or': {
      const flipped = clause.kind === 'and' ? 'or' : 'and';
      return {
        kind: isNegated ? flipped : clause.kind,
        clauses: clause.clauses.map((inner) => withoutNot(inner, isNegated)),
      };
    }
    case 'test':
      return isNegated ? { ...clause, operator: INVERSE[clause.operator] } : clause;
  }
}

/** A clause as a function; whatever is unknown throws Jira's 400. */
export function compileClause(clause: JqlClause, context: FieldContext): IssuePredicate {
  switch (clause.kind) {
    case 'test':
      return compileTest(clause, findJqlField(clause.field, context));
    case 'not':
      return compileClause(withoutNot(clause), context);
    case 'and': {
      const all = clause.clauses.map((inner) => compileClause(inner, context));
      return (issue) => all.every((matches) => matches(issue));
    }
    case 'or': {
      const any = clause.clauses.map((inner) => compileClause(inner, context));
      return (issue) => any.some((matches) => matches(issue));
    }
  }
}

function compileTest({ operator, operands }: JqlTest, field: JqlField): IssuePredicate {
  demandOperator(operator, field);
  const values: JqlValue[] = [];
  let isEmptyAsked = false;
  for (const operand of operands) {
    if (operand.kind === 'empty') {
      isEmptyAsked = true;
      continue;
    }
    const value = field.resolve(operand);
    if (standsForEmpty(field, value)) isEmptyAsked = true;
    else values.push(value);
  }

  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return (issue) => isAmong(field.read(issue), field, values, isEmptyAsked);
    case '!=':
    case 'not in':
    case 'is not':
      return (issue) => {
        const reading = field.read(issue);
        return !isEmpty(reading) && !isAmong(reading, field, values, isEmptyAsked);
      };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareWith(operator, field, values[0]);
  }
}

function demandOperator(operator: JqlOperator, field: JqlField): void {
  const isComparison = ['<', '<=', '>', '>='].includes(operator);
  const isComparable = field.kind === 'ordered' || field.kind === 'date';
  if (field.kind !== 'order' && (!isComparison || isComparable)) return;
  throw badRequest(`The operator '${operator}' is not supported by the '${field.name}' field.`);
}

function compareWith(
  operator: '<' | '<=' | '>' | '>=',
  field: JqlField,
  limit: JqlValue | undefined,
): IssuePredicate {
  if (limit === undefined) {
    throw badRequest(
      `The operator '${operator}' does not take EMPTY for the '${field.name}' field.`,
    );
  }
  const holds = {
    '<': (value: JqlValue) => value < limit,
    '<=': (value: JqlValue) => value <= limit,
    '>': (value: JqlValue) => value > limit,
    '>=': (value: JqlValue) => value >= limit,
  }[operator];
  return (issue) => {
    const reading = field.read(issue);
    if (reading === null) return false;
    return typeof reading === 'object' ? reading.some(holds) : holds(reading);
  };
}

const isEmpty = (reading: JqlReading): boolean =>
  reading === null || (typeof reading === 'object' && reading.length === 0);

function isAmong(
  reading: JqlReading,
  field: JqlField,
  values: readonly JqlValue[],
  isEmptyAsked: boolean,
): boolean {
  if (isEmpty(reading)) return isEmptyAsked;
  const held = typeof reading === 'object' ? (reading ?? []) : [reading];
  return held.some((value) => values.some((wanted) => isSame(value, wanted, field)));
}

/** JQL knows moments to the minute. */
function isSame(value: JqlValue, wanted: JqlValue, { kind }: JqlField): boolean {
  if (kind !== 'date') return value === wanted;
  return value >= wanted && Number(value) < Number(wanted) + MINUTE_MS;
}
