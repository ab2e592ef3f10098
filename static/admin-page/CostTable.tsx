import { DataTable } from '../shared/table/DataTable';
import { useTexts } from '../shared/texts/use-texts';
import type { CostRowView } from './prepare-cost';

interface CostTableProps {
  readonly caption: string;
  readonly firstColumn: 'days' | 'kinds';
  readonly rows: readonly CostRowView[];
}

const NUMBERS = ['requests', 'statements', 'time', 'runs'] as const;

/** A chart and its table in one: each row's bar stands beside its numbers. */
export function CostTable({ caption, firstColumn, rows }: CostTableProps) {
  const t = useTexts();
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: 'name', label: t(`admin.cost.column.${firstColumn}`) },
        { key: 'points', label: t('admin.cost.column.points') },
        ...NUMBERS.map((key) => ({ key, label: t(`admin.cost.column.${key}`), isNumber: true })),
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: {
          name: row.name,
          points: (
            <span className="cost-points">
              <span className="cost-bar" aria-hidden="true">
                <span className="cost-fill" style={{ inlineSize: `${row.share * 100}%` }} />
              </span>
              {row.points}
            </span>
          ),
          requests: row.requests,
          statements: row.statements,
          time: row.time,
          runs: row.runs,
        },
      }))}
    />
  );
}
