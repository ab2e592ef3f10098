import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import { CountLink } from '../components/CountLink';
import { DifferenceBar } from './DifferenceBar';
import type { ComparedValue, CompareView } from './prepare-compare';

export function CompareTable({ view }: { readonly view: CompareView }) {
  const t = useTexts();
  return (
    <DataTable<string>
      caption={t('report.compare.title')}
      columns={[
        { key: 'name', label: t('report.compare.kpi') },
        { key: 'earlier', label: view.earlier, isNumber: true },
        { key: 'later', label: view.later, isNumber: true },
        { key: 'difference', label: t('report.compare.difference'), isNumber: true },
        { key: 'bar', label: t('report.interval95') },
        { key: 'verdict', label: t('report.compare.verdict') },
      ]}
      rows={view.rows.map(({ key, name, earlier, later, difference, bar, verdict, isChange }) => ({
        key,
        cells: {
          name,
          earlier: <Compared side={earlier} />,
          later: <Compared side={later} />,
          difference,
          bar: bar === null ? null : <DifferenceBar {...bar} />,
          verdict: isChange ? <strong>{verdict}</strong> : verdict,
        },
      }))}
    />
  );
}

function Compared({ side: { value, basis, tickets } }: { readonly side: ComparedValue }) {
  return (
    <div className="score">
      {tickets === null ? (
        <span>{value}</span>
      ) : (
        <CountLink to={tickets.place} label={tickets.words}>
          {value}
        </CountLink>
      )}
      {basis !== null && <span className="score-basis">{basis}</span>}
    </div>
  );
}
