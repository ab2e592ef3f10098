import { ExpressionError, parseExpression, type Expression } from './expression-parser';

/**
 * Evaluates a trigger's filter expression: the subset of Jira expressions with member access, `?.`,
 * `==`, `!=`, `&&`, `||`, `!`, literals and parentheses. A property that is missing is an error unless
 * it is reached by `?.`.
 *
 * @param variables - what the expression may name, e.g. `event`
 * @throws ExpressionError
 */
export function evaluateFilter(
  source: string,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const value = evaluate(parseExpression(source), variables);
  if (typeof value !== 'boolean') {
    throw new ExpressionError(`'${source}' gives ${describe(value)}, not a Boolean`);
  }
  return value;
}

function evaluate(node: Expression, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
      if (Object.hasOwn(variables, node.name)) return variables[node.name];
      throw new ExpressionError(`Unknown name '${node.name}'`);
    case 'member':
      return member(evaluate(node.object, variables), node.property, node.isOptional);
    case 'not':
      return !boolean(evaluate(node.operand, variables), '!');
    case 'and':
      return (
        boolean(evaluate(node.left, variables), '&&') &&
        boolean(evaluate(node.right, variables), '&&')
      );
    case 'or':
      return (
        boolean(evaluate(node.left, variables), '||') ||
        boolean(evaluate(node.right, variables), '||')
      );
    case 'equal':
      return evaluate(node.left, variables) === evaluate(node.right, variables);
    case 'unequal':
      return evaluate(node.left, variables) !== evaluate(node.right, variables);
  }
}

function member(object: unknown, property: string, isOptional: boolean): unknown {
  if (typeof object === 'object' && object !== null && Object.hasOwn(object, property)) {
    // Jira expressions know no undefined.
    return (object as Readonly<Record<string, unknown>>)[property] ?? null;
  }
  if (isOptional) return null;
  throw new ExpressionError(
    `${describe(object)} has no property '${property}': write ?.${property}`,
  );
}

function boolean(value: unknown, operator: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(`${operator} needs a Boolean, not ${describe(value)}`);
}

const describe = (value: unknown): string =>
  value === null || value === undefined ? 'null' : `a value of type ${typeof value}`;
