import { useMemo } from 'react';

import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import type { Place } from '../place/place';
import { usePlace } from '../place/use-place';
import { deskToday } from '../prepare-frame';
import { Redirect } from './Redirect';
import { TabSkeleton } from './TabSkeleton';

/** Asks the desk for its day, for an address that names none, then goes to one that does. */
export function WithDeskDay({ placeOn }: { readonly placeOn: (today: string) => Place }) {
  const { client } = usePanel();
  const { project } = usePlace();
  const query = usePanelQuery(['trend', project, 30, 'week'], () =>
    client.readDeskTrend({ project, periodDays: 30, by: 'week' }),
  );
  return (
    <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
      {(trend) => <GoOn today={deskToday(trend)} placeOn={placeOn} />}
    </QueryGate>
  );
}

interface GoOnProps {
  readonly today: string;
  readonly placeOn: (today: string) => Place;
}

function GoOn({ today, placeOn }: GoOnProps) {
  const to = useMemo(() => placeOn(today), [today, placeOn]);
  return <Redirect to={to} />;
}
