import { BREAKDOWN_DIMENSIONS } from '../../../src/contract/catalogue';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { usePanelQuery } from '../../shared/use-panel-query';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import { PeriodSwitch } from '../../shared/components/PeriodSwitch';
import { TabSkeleton } from '../components/TabSkeleton';
import type { BreakdownPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { BreakdownFigures } from './BreakdownFigures';

/** Where it hurts: the same figures for every request type, priority or agent. */
export function BreakdownTab({ place }: { readonly place: BreakdownPlace }) {
  const { client } = usePanel();
  const { project, goTo } = usePlace();
  const t = useTexts();
  const { days, dimension } = place;
  const query = usePanelQuery(['breakdown', project, days, dimension], () =>
    client.readBreakdown({ project, periodDays: days, dimension }),
  );
  return (
    <>
      <div className="controls">
        <SegmentedChoice
          legend={t('report.breakdown.by')}
          choices={BREAKDOWN_DIMENSIONS.map((value) => ({
            value,
            label: t(`report.dimension.${value}`),
          }))}
          value={dimension}
          onChange={(to) => goTo({ ...place, dimension: to })}
        />
        <PeriodSwitch value={days} onChange={(to) => goTo({ ...place, days: to })} />
      </div>
      <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
        {(breakdown) => <BreakdownFigures breakdown={breakdown} place={place} />}
      </QueryGate>
    </>
  );
}
