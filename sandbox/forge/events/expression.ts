import { ExpressionError, parseExpression, type Expression } from './expression-parser';

/**
 * Evaluates a trigger's filter expression: the subset of Jira expressions with member access, `?.`,
 * `==`, `!=`, `&&`, `||`, `!`, literals and parentheses. A property that is missing is an error, unless
 * it is reached by `?.` or followed by it.
 *
 * @param variables - what the expression may name, e.g. `event`
 * @throws ExpressionError
 */
export function evaluateFilter(
  source: string,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const value = valueOf(parseExpression(source), variables);
  if (typeof value !== 'boolean') {
    throw new ExpressionError(`'${source}' gives ${describe(value)}, not a Boolean`);
  }
  return value;
}

type Variables = Readonly<Record<string, unknown>>;

/** Jira expressions know no undefined: a value that is missing where one is needed is an error. */
function valueOf(node: Expression, variables: Variables): unknown {
  const value = evaluate(node, variables);
  if (value !== undefined) return value;
  const name = node.kind === 'member' ? node.property : '';
  throw new ExpressionError(`There is no property '${name}': reach it with ?.${name}`);
}

/** Undefined for a property that is missing. */
function evaluate(node: Expression, variables: Variables): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
      if (Object.hasOwn(variables, node.name)) return variables[node.name];
      throw new ExpressionError(`Unknown name '${node.name}'`);
    case 'member':
      return node.isOptional
        ? (member(evaluate(node.object, variables), node.property) ?? null)
        : member(objectOf(node, variables), node.property);
    case 'not':
      return !booleanOf(node.operand, variables, '!');
    case 'and':
      return booleanOf(node.left, variables, '&&') && booleanOf(node.right, variables, '&&');
    case 'or':
      return booleanOf(node.left, variables, '||') || booleanOf(node.right, variables, '||');
    case 'equal':
      return valueOf(node.left, variables) === valueOf(node.right, variables);
    case 'unequal':
      return valueOf(node.left, variables) !== valueOf(node.right, variables);
  }
}

/** What stands before a plain dot. */
function objectOf(node: Expression & { readonly kind: 'member' }, variables: Variables): unknown {
  const object = valueOf(node.object, variables);
  if (object !== null) return object;
  throw new ExpressionError(`null has no property '${node.property}': write ?.${node.property}`);
}

function member(object: unknown, property: string): unknown {
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, property)) {
    return undefined;
  }
  return (object as Variables)[property];
}

function booleanOf(node: Expression, variables: Variables, operator: string): boolean {
  const value = valueOf(node, variables);
  if (typeof value === 'boolean') return value;
  throw new ExpressionError(`${operator} needs a Boolean, not ${describe(value)}`);
}

const describe = (value: unknown): string =>
  value === null ? 'null' : `a value of type ${typeof value}`;
