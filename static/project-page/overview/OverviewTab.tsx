import { Message } from '../../shared/components/Message';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { FrameFacts } from '../components/FrameFacts';
import { PeriodSwitch } from '../../shared/components/PeriodSwitch';
import { TabSkeleton } from '../components/TabSkeleton';
import type { OverviewPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { OverviewFigures } from './OverviewFigures';
import { prepareOverview } from './prepare-overview';

/** The period in a sentence, in cards and as one flow. */
export function OverviewTab({ place }: { readonly place: OverviewPlace }) {
  const { client, formats } = usePanel();
  const { project, goTo } = usePlace();
  const query = usePanelQuery(['overview', project, place.days], () =>
    client.readDeskScorecard({ project, periodDays: place.days }),
  );
  return (
    <>
      <div className="controls">
        <PeriodSwitch value={place.days} onChange={(days) => goTo({ ...place, days })} />
      </div>
      <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="cards" />}>
        {(desk) => {
          const { frame, range, content } = prepareOverview(desk, formats);
          return (
            <>
              <FrameFacts frame={frame} range={range} />
              {content.kind === 'empty' ? (
                <Message title={content.title} body={content.body} />
              ) : (
                <OverviewFigures figures={content} />
              )}
            </>
          );
        }}
      </QueryGate>
    </>
  );
}
