import { DataTable, type Column } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import type { TrendsView } from './prepare-trends';

/** Every point with its interval, for those who read rather than look. */
export function TrendTable({ view }: { readonly view: TrendsView }) {
  const t = useTexts();
  const columns: readonly Column[] = [
    { key: 'when', label: t('trend.day') },
    { key: 'value', label: view.name, isNumber: true },
    { key: 'basis', label: t('report.trends.basis'), isNumber: true },
    ...(view.hasInterval
      ? [{ key: 'interval', label: t('report.interval95'), isNumber: true }]
      : []),
    { key: 'mature', label: t('trend.mature') },
  ];
  return (
    <DataTable
      caption={view.name}
      columns={columns}
      rows={view.rows.map(({ day, ...cells }) => ({ key: day, cells }))}
    />
  );
}
