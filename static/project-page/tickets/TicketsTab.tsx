import type { ListTicketsInput } from '../../../src/contract';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { TabSkeleton } from '../components/TabSkeleton';
import type { TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { CohortSelect } from './CohortSelect';
import { Chips } from './Chips';
import { PAGE_SIZE } from './prepare-pager';
import { TicketList } from './TicketList';

/** Exactly the tickets that a number counts. */
export function TicketsTab({ place: chosen }: { readonly place: TicketsPlace }) {
  const { client } = usePanel();
  const { project, goTo } = usePlace();
  const { cohort, segment, sort, order, page } = chosen;
  const asked: Omit<ListTicketsInput, 'offset' | 'limit'> = {
    project,
    cohort,
    period: chosen.period,
    segment: segment === null ? null : { dimension: segment.dimension, value: segment.value },
    sort,
    order,
  };
  const query = usePanelQuery(['tickets', asked, page], () =>
    client.listTickets({ ...asked, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
  );
  const told = query.status === 'ready' ? query.data.period : null;
  // Whatever is chosen next keeps the days that are shown now.
  const place = { ...chosen, period: chosen.period ?? told };
  return (
    <>
      <div className="controls">
        <CohortSelect
          value={cohort}
          onChange={(to) => goTo({ ...place, cohort: to, clicked: null, page: 0 })}
        />
        <Chips place={place} />
      </div>
      <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
        {(list) => (
          <TicketList list={list} place={place} asked={{ ...asked, period: place.period }} />
        )}
      </QueryGate>
    </>
  );
}
