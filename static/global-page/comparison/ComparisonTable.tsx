import type { ReactNode } from 'react';

import { ScoreCell } from '../../project-page/breakdown/ScoreCell';
import { usePanel } from '../../shared/panel';
import { measureTitle } from '../../shared/prepare/measure-points';
import { DataTable, type Sorting } from '../../shared/table/DataTable';
import { COMPARISON_COLUMNS, type ComparisonColumn } from './comparison-columns';
import { DeskCell } from './DeskCell';
import { DifferenceMark } from './DifferenceMark';
import type { ComparisonView, DeskView } from './prepare-comparison';

interface ComparisonTableProps {
  readonly view: ComparisonView;
  readonly sorting: Sorting<ComparisonColumn>;
  readonly onSort: (sorting: Sorting<ComparisonColumn>) => void;
  readonly onOpen: (desk: DeskView) => void;
}

/** A row a desk. */
export function ComparisonTable({ view, sorting, onSort, onOpen }: ComparisonTableProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const labelOf = (column: ComparisonColumn): string => {
    if (column === 'desk') return t('global.desk');
    if (column === 'episodes') return t('report.tickets');
    return column === 'open' ? t('kpi.open.title') : measureTitle(column, formats);
  };
  return (
    <div className="dense comparison">
      <DataTable
        caption={t('global.title')}
        columns={COMPARISON_COLUMNS.map((key) => ({
          key,
          label: labelOf(key),
          isNumber: key !== 'desk',
          isSortable: true,
        }))}
        rows={view.rows.map((desk) => ({ key: desk.key, cells: cellsOf(desk, onOpen) }))}
        sorting={sorting}
        onSort={onSort}
      />
    </div>
  );
}

const cellsOf = (desk: DeskView, onOpen: ComparisonTableProps['onOpen']) => {
  const figures = Object.entries(desk.cells).map(([column, cell]) => [
    column,
    <>
      <ScoreCell cell={cell} />
      {cell.difference !== null && <DifferenceMark difference={cell.difference} />}
    </>,
  ]);
  return {
    ...(Object.fromEntries(figures) as Record<Exclude<ComparisonColumn, 'desk'>, ReactNode>),
    desk: <DeskCell desk={desk} onOpen={() => onOpen(desk)} />,
  };
};
