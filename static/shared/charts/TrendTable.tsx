import type { TrendView } from '../prepare/trend';

/** The same figures for those who read rather than look. */
export function TrendTable({ view: { title, columns, rows } }: { readonly view: TrendView }) {
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={title}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
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
          {rows.map(({ when, cells }) => (
            <tr key={when}>
              <th scope="row">{when}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
