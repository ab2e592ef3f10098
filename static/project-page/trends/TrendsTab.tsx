import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskTrend } from '../../../src/contract';
import { MeasureChart } from '../../shared/charts/MeasureChart';
import { Message } from '../../shared/components/Message';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { FrameFacts } from '../components/FrameFacts';
import { TabSkeleton } from '../components/TabSkeleton';
import { csvFileName } from '../csv/file-name';
import { saveFile } from '../csv/save-file';
import { toCsv } from '../csv/to-csv';
import type { TrendsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { prepareTrends } from './prepare-trends';
import { trendCsv } from './trend-csv';
import { TrendControls } from './TrendControls';
import { TrendTable } from './TrendTable';

/** How one measure moved, and whether it really did. */
export function TrendsTab({ place }: { readonly place: TrendsPlace }) {
  const { client } = usePanel();
  const { project } = usePlace();
  const { days, by } = place;
  const query = usePanelQuery(['trend', project, days, by], () =>
    client.readDeskTrend({ project, periodDays: days, by }),
  );
  return (
    <>
      <TrendControls place={place} />
      <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="chart" />}>
        {(trend) => <Trend trend={trend} place={place} />}
      </QueryGate>
    </>
  );
}

interface TrendProps {
  readonly trend: DeskTrend;
  readonly place: TrendsPlace;
}

function Trend({ trend, place: { measure } }: TrendProps) {
  const { formats } = usePanel();
  const [isTable, setIsTable] = useState(false);
  const { t } = formats;
  const view = prepareTrends(trend, measure, formats);
  const { frame, range, chart, name, definition, changes } = view;
  const save = async (): Promise<void> => {
    const subject = `trend-${measure}`;
    saveFile(
      csvFileName(trend.desk.key, subject, trend.period),
      await toCsv(trendCsv(measure, trend)),
    );
  };
  return (
    <>
      <FrameFacts frame={frame} range={range} />
      <section aria-labelledby="trend">
        <div className="section-head">
          <h2 id="trend" className="section-title">
            {chart?.message.title ?? name}
          </h2>
          {chart !== null && (
            <span className="section-actions">
              <Button appearance="subtle" spacing="compact" onClick={() => setIsTable(!isTable)}>
                {t(isTable ? 'trend.showChart' : 'trend.showTable')}
              </Button>
              <Button appearance="subtle" spacing="compact" onClick={() => void save()}>
                {t('report.csv.save')}
              </Button>
            </span>
          )}
        </div>
        {chart === null ? (
          <Message {...t.message('report.trends.empty')} />
        ) : isTable ? (
          <TrendTable view={view} />
        ) : (
          <MeasureChart view={chart} hasTitle={false} />
        )}
        <p className="muted">{definition}</p>
        {changes.map((change) => (
          <p key={change} className="muted">
            {change}
          </p>
        ))}
      </section>
    </>
  );
}
