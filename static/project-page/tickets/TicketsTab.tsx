import { useCallback } from 'react';

import type { DayRange, ListTicketsInput } from '../../../src/contract';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { TabSkeleton } from '../components/TabSkeleton';
import { WithDeskDay } from '../components/WithDeskDay';
import { periodEndingWith } from '../place/days';
import type { TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { CohortSelect } from './CohortSelect';
import { Chips } from './Chips';
import { PAGE_SIZE } from './prepare-pager';
import { TicketList } from './TicketList';

/** Exactly the tickets that a number counts. */
export function TicketsTab({ place }: { readonly place: TicketsPlace }) {
  const { goTo } = usePlace();
  const placeOn = useCallback(
    (today: string) => ({ ...place, period: periodEndingWith(today, 30) }),
    [place],
  );
  return (
    <>
      <div className="controls">
        <CohortSelect
          value={place.cohort}
          onChange={(cohort) => goTo({ ...place, cohort, clicked: null, page: 0 })}
        />
        <Chips place={place} />
      </div>
      {place.period === null ? (
        <WithDeskDay placeOn={placeOn} />
      ) : (
        <Listed place={place} period={place.period} />
      )}
    </>
  );
}

interface ListedProps {
  readonly place: TicketsPlace;
  readonly period: DayRange;
}

function Listed({ place, period }: ListedProps) {
  const { client } = usePanel();
  const { project } = usePlace();
  const { cohort, segment, sort, order, page } = place;
  const asked: Omit<ListTicketsInput, 'offset' | 'limit'> = {
    project,
    cohort,
    period,
    segment: segment === null ? null : { dimension: segment.dimension, value: segment.value },
    sort,
    order,
  };
  const query = usePanelQuery(['tickets', asked, page], () =>
    client.listTickets({ ...asked, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
  );
  return (
    <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
      {(list) => <TicketList list={list} place={place} asked={asked} />}
    </QueryGate>
  );
}
