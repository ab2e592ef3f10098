import type { ReactNode } from 'react';

export interface Column<Key extends string = string> {
  readonly key: Key;
  readonly label: string;
  /** Numbers stand at the end of their cell, so that digits line up. */
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
}

export interface Row<Key extends string = string> {
  readonly key: string;
  readonly cells: Readonly<Record<Key, ReactNode>>;
}

export interface Sorting<Key extends string = string> {
  readonly by: Key;
  readonly order: 'ascending' | 'descending';
}

interface DataTableProps<Key extends string> {
  /** Said by screen readers; shown nowhere else. */
  readonly caption: string;
  /** The first heads its rows. */
  readonly columns: readonly Column<Key>[];
  readonly rows: readonly Row<Key>[];
  readonly sorting?: Sorting<Key>;
  readonly onSort?: (sorting: Sorting<Key>) => void;
}

/** A table that scrolls sideways in its own frame, with headers that sort. */
export function DataTable<Key extends string>(props: DataTableProps<Key>) {
  const { caption, columns, rows, sorting, onSort } = props;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.isNumber === true ? 'cell-number' : undefined}
                aria-sort={sorting?.by === column.key ? sorting.order : undefined}
              >
                {column.isSortable === true && onSort !== undefined ? (
                  <button
                    type="button"
                    className="sort-button"
                    onClick={() => onSort(nextSorting(column, sorting))}
                  >
                    {column.label}
                    <span className="sort-mark" aria-hidden="true" />
                  </button>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, index) => {
                const className = column.isNumber === true ? 'cell-number' : undefined;
                const content = cells[column.key];
                return index === 0 ? (
                  <th key={column.key} scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The other way round where it sorts already; numbers begin with the largest. */
function nextSorting<Key extends string>(
  { key, isNumber }: Column<Key>,
  sorting: Sorting<Key> | undefined,
): Sorting<Key> {
  if (sorting?.by !== key)
    return { by: key, order: isNumber === true ? 'descending' : 'ascending' };
  return { by: key, order: sorting.order === 'ascending' ? 'descending' : 'ascending' };
}
