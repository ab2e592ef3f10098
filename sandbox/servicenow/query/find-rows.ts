import type { Row } from '../schema/field';
import { compareTexts, type Table } from '../table';
import { matchTerm, type Matches } from './match-term';
import type { EncodedQuery, Order, Term } from './parse-query';
import { mustFindPath, type FindTable } from './read-path';

type Branch = EncodedQuery['branches'][number];

/**
 * All rows that a query matches, in its order; rows that it does not tell apart are by sys_id. Values
 * of indexed fields are looked up, and times read in the order that the table keeps, so that neither
 * goes through the whole table.
 */
export function findRows(table: Table, query: EncodedQuery, findTable: FindTable): readonly Row[] {
  const matches = matchBranches(table, query.branches, findTable);
  const looked = lookUp(table, query.branches);
  if (looked !== null) return sortRows(looked.filter(matches), table, query.orders, findTable);
  const [first] = query.orders;
  const leading = first?.path ?? rangedField(table, query.branches);
  const sorted = leading === null ? null : table.sortedBy(leading);
  if (sorted === null || leading === null) {
    return sortRows([...table.rows()].filter(matches), table, query.orders, findTable);
  }
  const found = within(sorted, leading, query.branches).filter(matches);
  if (first === undefined || !isKeptOrder(query.orders)) {
    return sortRows(found, table, query.orders, findTable);
  }
  return found;
}

function matchBranches(
  table: Table,
  branches: EncodedQuery['branches'],
  findTable: FindTable,
): Matches {
  const compiled = branches.map((groups) =>
    groups.map((terms) =>
      terms.map((term) => matchTerm(term, mustFindPath(table, term.path, findTable))),
    ),
  );
  return (row) =>
    compiled.some((groups) => groups.every((terms) => terms.some((matches) => matches(row))));
}

/** The rows that can match at all, when each branch names values of an indexed field. */
function lookUp(table: Table, branches: EncodedQuery['branches']): Row[] | null {
  const found = new Set<Row>();
  for (const groups of branches) {
    const term = groups
      .flatMap((terms) => (terms.length === 1 ? terms : []))
      .find(({ path, operator }) => isLookUp(operator) && table.isIndexed(path));
    if (term === undefined) return null;
    for (const value of term.operator === 'IN' ? term.value.split(',') : [term.value]) {
      for (const row of table.withValue(term.path, value) ?? []) found.add(row);
    }
  }
  return [...found];
}

const isLookUp = (operator: Term['operator']): boolean => operator === '=' || operator === 'IN';

/** A field with a kept order that some branch limits from below. */
function rangedField(table: Table, branches: EncodedQuery['branches']): string | null {
  const paths = branches.flatMap((groups) => groups.flatMap((terms) => terms.map((t) => t.path)));
  return paths.find((path) => table.sortedBy(path) !== null) ?? null;
}

/** The part of the rows that no branch excludes by its limits of the leading field. */
function within(
  sorted: readonly Row[],
  leading: string,
  branches: EncodedQuery['branches'],
): readonly Row[] {
  const lows = branches.map((branch) => limitOf(branch, leading, ['>', '>=', '=']));
  const highs = branches.map((branch) => limitOf(branch, leading, ['<', '<=', '=']));
  const low = lows.includes(null)
    ? null
    : lows.reduce((a, b) => (compareTexts(a ?? '', b ?? '') <= 0 ? a : b), lows[0] ?? null);
  const high = highs.includes(null)
    ? null
    : highs.reduce((a, b) => (compareTexts(a ?? '', b ?? '') >= 0 ? a : b), highs[0] ?? null);
  const from = low === null ? 0 : firstAt(sorted, (row) => (row[leading] ?? '') >= low);
  const to = high === null ? sorted.length : firstAt(sorted, (row) => (row[leading] ?? '') > high);
  return sorted.slice(from, to);
}

function limitOf(
  branch: Branch,
  leading: string,
  operators: readonly Term['operator'][],
): string | null {
  const term = branch
    .flatMap((terms) => (terms.length === 1 ? terms : []))
    .find(({ path, operator }) => path === leading && operators.includes(operator));
  return term?.value ?? null;
}

/** Index of the first row for which it holds; it holds for all after that. */
function firstAt(rows: readonly Row[], holds: (row: Row) => boolean): number {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const row = rows[middle];
    if (row !== undefined && holds(row)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Whether a table's own order is the one that is asked for. */
const isKeptOrder = (orders: readonly Order[]): boolean =>
  orders.every(({ isDescending }) => !isDescending) &&
  (orders.length === 1 || (orders.length === 2 && orders[1]?.path === 'sys_id'));

function sortRows(
  rows: Row[],
  table: Table,
  orders: readonly Order[],
  findTable: FindTable,
): readonly Row[] {
  const keys = orders.map(({ path, isDescending }) => {
    const { valueOf, field } = mustFindPath(table, path, findTable);
    const compare =
      field.type === 'integer'
        ? (a: Row, b: Row) => Number(valueOf(a)) - Number(valueOf(b))
        : (a: Row, b: Row) => compareTexts(valueOf(a), valueOf(b));
    return isDescending ? (a: Row, b: Row) => compare(b, a) : compare;
  });
  return rows.sort((a, b) => {
    for (const compare of keys) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return compareTexts(a['sys_id'], b['sys_id']);
  });
}
