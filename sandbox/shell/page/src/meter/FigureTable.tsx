import { useId } from 'react';

interface FigureTableProps {
  readonly title: string;
  /** The first names the row, the others are figures. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly whenEmpty: string;
}

export function FigureTable({ title, columns, rows, whenEmpty }: FigureTableProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {rows.length === 0 ? (
        <p className="muted">{whenEmpty}</p>
      ) : (
        <div className="table-scroll" role="group" aria-labelledby={titleId} tabIndex={0}>
          <table className="table figure-table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([name = '', ...figures]) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {figures.map((figure, index) => (
                    <td key={columns[index + 1]}>{figure}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
