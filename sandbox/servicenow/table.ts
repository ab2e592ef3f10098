import type { Row, SnField } from './schema/field';
import type { TableDefinition } from './schema/system-tables';

/** A table of the instance. Rows are changed through it alone, so that its indexes hold. */
export class Table {
  readonly name: string;
  readonly label: string;
  readonly display: string;
  readonly fields: Map<string, SnField>;
  readonly #rows = new Map<string, Row>();
  readonly #byValue: ReadonlyMap<string, Map<string, Row[]>>;
  readonly #sorted: ReadonlyMap<string, SortedRows>;

  constructor({ name, label, display, fields, indexed, sorted }: TableDefinition) {
    this.name = name;
    this.label = label;
    this.display = display;
    this.fields = new Map(fields.map((each) => [each.name, each]));
    this.#byValue = new Map(indexed.map((each) => [each, new Map<string, Row[]>()]));
    this.#sorted = new Map(sorted.map((each) => [each, { rows: [], isSorted: true }]));
  }

  get size(): number {
    return this.#rows.size;
  }

  rows(): IterableIterator<Row> {
    return this.#rows.values();
  }

  find(sysId: string): Row | null {
    return this.#rows.get(sysId) ?? null;
  }

  add(row: Row): Row {
    const sysId = row['sys_id'] ?? '';
    if (this.#rows.has(sysId)) throw new Error(`${this.name} has a row ${sysId} already`);
    this.#rows.set(sysId, row);
    for (const [name, index] of this.#byValue) {
      const value = row[name] ?? '';
      const same = index.get(value);
      if (same === undefined) index.set(value, [row]);
      else same.push(row);
    }
    for (const sorted of this.#sorted.values()) {
      sorted.rows.push(row);
      sorted.isSorted = false;
    }
    return row;
  }

  /** An empty text empties a field. Indexed fields keep their value. */
  change(row: Row, values: Readonly<Row>): void {
    Object.assign(row, values);
    for (const [name, sorted] of this.#sorted) if (name in values) sorted.isSorted = false;
  }

  remove(row: Row): void {
    this.#rows.delete(row['sys_id'] ?? '');
    for (const [name, index] of this.#byValue) {
      const value = row[name] ?? '';
      index.set(
        value,
        (index.get(value) ?? []).filter((each) => each !== row),
      );
    }
    for (const sorted of this.#sorted.values()) {
      sorted.rows = sorted.rows.filter((each) => each !== row);
    }
  }

  /** Rows of one value, oldest first; null when the field is not indexed. */
  withValue(name: string, value: string): readonly Row[] | null {
    if (name === 'sys_id') {
      const row = this.#rows.get(value);
      return row === undefined ? [] : [row];
    }
    const index = this.#byValue.get(name);
    return index === undefined ? null : (index.get(value) ?? []);
  }

  isIndexed(name: string): boolean {
    return name === 'sys_id' || this.#byValue.has(name);
  }

  /** All rows by this field and then by sys_id; null when the table keeps no such order. */
  sortedBy(name: string): readonly Row[] | null {
    const sorted = this.#sorted.get(name);
    if (sorted === undefined) return null;
    if (!sorted.isSorted) {
      // What was in order stays so, which makes sorting again cheap.
      sorted.rows.sort(
        (a, b) => compareTexts(a[name], b[name]) || compareTexts(a['sys_id'], b['sys_id']),
      );
      sorted.isSorted = true;
    }
    return sorted.rows;
  }
}

interface SortedRows {
  rows: Row[];
  isSorted: boolean;
}

/** What is empty comes first. */
export function compareTexts(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
