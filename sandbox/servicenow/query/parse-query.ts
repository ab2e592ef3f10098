import { invalidQuery } from '../fault';

const OPERATORS = [
  'ISNOTEMPTY',
  'ISEMPTY',
  'STARTSWITH',
  'LIKE',
  'NOT IN',
  'IN',
  '!=',
  '>=',
  '<=',
  '=',
  '>',
  '<',
] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Term {
  /** A field, or a way through references: `caller_id.user_name`. */
  readonly path: string;
  readonly operator: Operator;
  readonly value: string;
}

export interface Order {
  readonly path: string;
  readonly isDescending: boolean;
}

/** What matches any of the branches; each is a list of groups, and one term of each must match. */
export interface EncodedQuery {
  readonly branches: readonly (readonly (readonly Term[])[])[];
  readonly orders: readonly Order[];
}

const TERM = new RegExp(
  `^([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)(${OPERATORS.join('|')})(.*)$`,
  's',
);

/**
 * Reads `sysparm_query`. A real instance ignores what it does not understand and answers with too many
 * rows; this one refuses it, so that a mistake is seen.
 */
export function parseQuery(text: string): EncodedQuery {
  const orders: Order[] = [];
  const branches: Term[][][] = [[]];
  for (const part of text === '' ? [] : text.split('^')) {
    const order = /^ORDERBY(DESC)?(.*)$/.exec(part);
    if (order !== null) {
      orders.push({ path: order[2] ?? '', isDescending: order[1] !== undefined });
      continue;
    }
    if (part.startsWith('NQ')) branches.push([[parseTerm(part.slice(2))]]);
    else if (part.startsWith('OR')) {
      const group = branches.at(-1)?.at(-1);
      if (group === undefined) throw invalidQuery(`^OR has nothing before it in '${text}'`);
      group.push(parseTerm(part.slice(2)));
    } else branches.at(-1)?.push([parseTerm(part)]);
  }
  return { branches, orders };
}

function parseTerm(text: string): Term {
  const [, path, operator, value = ''] = TERM.exec(text) ?? [];
  if (path === undefined || operator === undefined) {
    throw invalidQuery(`'${text}' is no condition that the simulated instance knows`);
  }
  if (value.startsWith('javascript:')) throw invalidQuery('Scripts are not simulated');
  return { path, operator: operator as Operator, value };
}
