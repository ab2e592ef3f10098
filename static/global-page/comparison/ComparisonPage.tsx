import { TabSkeleton } from '../../project-page/components/TabSkeleton';
import { Message } from '../../shared/components/Message';
import { QueryGate } from '../../shared/components/QueryGate';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import { usePanel } from '../../shared/panel';
import { periodLabel } from '../../shared/prepare/period-label';
import type { Routing } from '../../shared/routing/use-panel-location';
import { usePanelQuery } from '../../shared/use-panel-query';
import { comparisonPath, type ComparisonPlace } from '../place';
import { ComparisonFigures } from './ComparisonFigures';
import { COMPARED_DAYS } from './comparison-columns';

interface ComparisonPageProps {
  readonly place: ComparisonPlace;
  readonly goTo: Routing['goTo'];
}

/** Which desk's AI does better, and is that more than chance? */
export function ComparisonPage({ place, goTo }: ComparisonPageProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const { days } = place;
  const query = usePanelQuery(['comparison', days], () =>
    client.readDeskComparison({ periodDays: days }),
  );
  const change = (part: Partial<ComparisonPlace>, how?: 'push' | 'replace'): void =>
    goTo(comparisonPath({ ...place, ...part }), how);
  return (
    <>
      <h1 className="page-title">{t('global.title')}</h1>
      <p className="global-lead">{t('global.lead')}</p>
      <div className="controls">
        <SegmentedChoice
          legend={t('common.period')}
          value={days}
          choices={COMPARED_DAYS.map((value) => ({ value, label: periodLabel(value, t) }))}
          onChange={(to) => change({ days: to })}
        />
      </div>
      <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
        {(comparison) =>
          comparison.total === 0 ? (
            <Message {...t.message('global.none')} />
          ) : (
            <ComparisonFigures
              comparison={comparison}
              place={place}
              change={change}
              openDesk={goTo}
            />
          )
        }
      </QueryGate>
    </>
  );
}
