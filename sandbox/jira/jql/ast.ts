export type JqlOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not';

export type JqlOperand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'function'; readonly name: string; readonly args: readonly string[] };

export interface JqlTest {
  readonly kind: 'test';
  readonly field: string;
  readonly operator: JqlOperator;
  /** One, or the list of `in` and `not in`. */
  readonly operands: readonly JqlOperand[];
}

export type JqlClause =
  | JqlTest
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly JqlClause[] }
  | { readonly kind: 'not'; readonly clause: JqlClause };

export interface JqlOrder {
  readonly field: string;
  readonly isDescending: boolean;
}

export interface JqlQuery {
  /** Null when the query restricts nothing. */
  readonly where: JqlClause | null;
  readonly orderBy: readonly JqlOrder[];
}
