/** One condition of an encoded query, or several of which one suffices. */
export type QueryTerm = string & { readonly __unit: 'query-term' };

export type Comparison = '=' | '!=' | '>' | '>=' | '<' | '<=' | 'STARTSWITH' | 'LIKE';

/** Small letters keep a field apart from operators, which are capital. */
const FIELD = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/;
// `^` begins the next condition, and `javascript:` would be run on the instance.
const UNSAFE = /[\^\u0000-\u001f\u007f]|^[=!<>]|javascript\s*:/i;

/** The value means nothing but itself in a query. What comes from elsewhere is asked before. */
export const isQueryValue = (value: string): boolean => value !== '' && !UNSAFE.test(value);

/** The same, in a list. */
export const isListValue = (value: string): boolean =>
  isQueryValue(value) && !value.includes(',') && value.trim() === value;

/** @throws Error when the value is none for queries: see `isQueryValue` */
export function where(field: string, comparison: Comparison, value: string): QueryTerm {
  if (!isQueryValue(value)) throw new Error(`A query may not compare ${field} with such a value`);
  return term(field, `${comparison}${value}`);
}

/** @throws Error when there are no values, or one is none for lists: see `isListValue` */
export const isOneOf = (field: string, values: readonly string[]): QueryTerm =>
  term(field, `IN${listOf(field, values)}`);

/** Records without a value are among them. @throws as `isOneOf` */
export const isNoneOf = (field: string, values: readonly string[]): QueryTerm =>
  term(field, `NOT IN${listOf(field, values)}`);

export const isEmpty = (field: string): QueryTerm => term(field, 'ISEMPTY');
export const isNotEmpty = (field: string): QueryTerm => term(field, 'ISNOTEMPTY');

/** One of them suffices. Not to be nested: an instance reads no brackets. */
export const anyOf = (terms: readonly [QueryTerm, ...QueryTerm[]]): QueryTerm =>
  terms.join('^OR') as QueryTerm;

/** All terms hold; records come in the order of these fields, ascending. */
export function encodedQuery(
  terms: readonly QueryTerm[],
  { orderBy = [] }: { readonly orderBy?: readonly string[] } = {},
): string {
  return [...terms, ...orderBy.map((field) => `ORDERBY${checked(field)}`)].join('^');
}

const term = (field: string, rest: string): QueryTerm => `${checked(field)}${rest}` as QueryTerm;

function checked(field: string): string {
  if (!FIELD.test(field)) throw new Error('A query names a field that cannot be one');
  return field;
}

function listOf(field: string, values: readonly string[]): string {
  // An empty list would match everything or nothing, by version.
  if (values.length === 0) throw new Error(`A query may not compare ${field} with an empty list`);
  if (!values.every(isListValue)) {
    throw new Error(`A query may not compare ${field} with such a list`);
  }
  return values.join(',');
}
