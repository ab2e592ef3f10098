import { invalidQuery } from '../fault';
import type { Row, SnField } from '../schema/field';
import type { Table } from '../table';

/** A field that a path of references ends at. */
export interface PathEnd {
  readonly field: SnField;
  readonly table: Table;
  /** Each field on the way, with its table. */
  readonly steps: readonly { readonly table: Table; readonly field: SnField }[];
  /** Null where a reference on the way is empty or leads nowhere. */
  readonly rowOf: (row: Row) => Row | null;
  readonly valueOf: (row: Row) => string;
}

export type FindTable = (name: string) => Table | null;

/** The path's end as seen from a table; null when there is no such field. */
export function findPath(start: Table, path: string, findTable: FindTable): PathEnd | null {
  const names = path.split('.');
  const steps: { table: Table; field: SnField }[] = [];
  let table: Table | null = start;
  for (const name of names) {
    const field: SnField | undefined = table?.fields.get(name);
    if (table === null || field === undefined) return null;
    steps.push({ table, field });
    table = field.reference === null ? null : findTable(field.reference);
  }
  const last = steps.at(-1);
  if (last === undefined) return null;
  const { field } = last;
  if (steps.length === 1) {
    return {
      ...last,
      steps,
      rowOf: (row) => row,
      valueOf: (row) => row[field.name] ?? '',
    };
  }
  const hops = steps.slice(0, -1).map((step, i) => ({
    name: step.field.name,
    leadsTo: steps[i + 1]?.table,
  }));
  const rowOf = (row: Row): Row | null => {
    let at: Row | null = row;
    for (const { name, leadsTo } of hops) at = leadsTo?.find(at?.[name] ?? '') ?? null;
    return at;
  };
  return { ...last, steps, rowOf, valueOf: (row) => rowOf(row)?.[field.name] ?? '' };
}

/** As `findPath`; a field that does not exist is a mistake in the query. */
export function mustFindPath(start: Table, path: string, findTable: FindTable): PathEnd {
  const end = findPath(start, path, findTable);
  if (end === null) throw invalidQuery(`${start.name} has no field '${path}'`);
  return end;
}
