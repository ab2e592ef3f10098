import type { ReactNode } from 'react';

import type { AdfNode } from '../../../shell-api';

interface AdfTableProps {
  readonly rows: readonly AdfNode[];
  readonly renderCell: (nodes: readonly AdfNode[]) => ReactNode;
}

export function AdfTable({ rows, renderCell }: AdfTableProps) {
  return (
    <div className="table-scroll" role="group" aria-label="Table" tabIndex={0}>
      <table className="table adf-table">
        <tbody>
          {rows.map((row, index) => (
            <AdfRow key={index} cells={row.content ?? []} renderCell={renderCell} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AdfRow({
  cells,
  renderCell,
}: Pick<AdfTableProps, 'renderCell'> & { readonly cells: readonly AdfNode[] }) {
  const isHead = cells.every(({ type }) => type === 'tableHeader');
  return (
    <tr>
      {cells.map((cell, index) => {
        const blocks = renderCell(cell.content ?? []);
        return cell.type === 'tableHeader' ? (
          <th key={index} scope={isHead ? 'col' : 'row'}>
            {blocks}
          </th>
        ) : (
          <td key={index}>{blocks}</td>
        );
      })}
    </tr>
  );
}
