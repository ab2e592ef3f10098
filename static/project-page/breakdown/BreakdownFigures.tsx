import type { Breakdown } from '../../../src/contract';
import { Message } from '../../shared/components/Message';
import { usePanel } from '../../shared/panel';
import { DataTable } from '../../shared/table/DataTable';
import { FrameFacts } from '../components/FrameFacts';
import { lastDayOf } from '../place/days';
import type { BreakdownPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { prepareFrame } from '../prepare-frame';
import { BREAKDOWN_COLUMNS } from './breakdown-columns';
import { columnLabel, prepareRows, prepareTotal } from './prepare-breakdown';
import { ScoreCell } from './ScoreCell';

interface BreakdownFiguresProps {
  readonly breakdown: Breakdown;
  readonly place: BreakdownPlace;
}

export function BreakdownFigures({ breakdown, place }: BreakdownFiguresProps) {
  const { formats } = usePanel();
  const { goTo } = usePlace();
  const { t } = formats;
  const { period, dimension } = breakdown;
  const rows = [...prepareRows(breakdown, place, formats), prepareTotal(breakdown, formats)];
  const isByHurt = place.sort === 'hurts';
  return (
    <>
      <FrameFacts
        frame={prepareFrame(breakdown, period.fromDay, formats)}
        range={formats.dayRange(period.fromDay, lastDayOf(period))}
      />
      <h2 className="section-title">{t(`report.breakdown.title.${dimension}`)}</h2>
      {breakdown.rows.length === 0 ? (
        <Message {...t.message('report.breakdown.empty')} />
      ) : (
        <>
          <p className="muted">
            {t(isByHurt ? 'report.breakdown.byHurt' : 'report.breakdown.note')}{' '}
            {!isByHurt && (
              <button
                type="button"
                className="link-button"
                onClick={() => goTo({ ...place, sort: 'hurts', order: 'descending' })}
              >
                {t('report.breakdown.sortByHurt')}
              </button>
            )}
          </p>
          <div className="dense">
            <DataTable
              caption={t(`report.breakdown.title.${dimension}`)}
              columns={BREAKDOWN_COLUMNS.map((key) => ({
                key,
                label: columnLabel(key, formats),
                isNumber: key !== 'segment',
                isSortable: true,
              }))}
              rows={rows.map(({ key, label, cells }) => ({
                key,
                cells: {
                  segment: key === 'total' ? <strong>{label}</strong> : label,
                  ...mapped(cells, (cell) => <ScoreCell cell={cell} />),
                },
              }))}
              {...(place.sort !== 'hurts' && { sorting: { by: place.sort, order: place.order } })}
              onSort={({ by, order }) => goTo({ ...place, sort: by, order }, 'replace')}
            />
          </div>
        </>
      )}
    </>
  );
}

function mapped<Key extends string, From, To>(
  values: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(
    Object.entries<From>(values).map(([key, value]) => [key, change(value)]),
  ) as Record<Key, To>;
}
