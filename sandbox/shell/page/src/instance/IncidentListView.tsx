import type { IncidentList } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Pager } from '../components/Pager';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';
import { IncidentTable } from './IncidentTable';

const PAGE_SIZE = 50;

interface IncidentListViewProps {
  readonly host: string;
  /** From 1. */
  readonly pageNumber: number;
}

/** The simulated instance as it stands: to look at, not to work on. */
export function IncidentListView({ host, pageNumber }: IncidentListViewProps) {
  const startAt = (pageNumber - 1) * PAGE_SIZE;
  const query = useLive<IncidentList>(
    `/api/instances/${encodeURIComponent(host)}/incidents?startAt=${startAt}&limit=${PAGE_SIZE}`,
    { keepsPrevious: true },
  );
  const { data, isPlaceholderData } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <Loading label="Opening the instance" />;

  const { incidents, total } = data;
  return (
    <section aria-labelledby="incidents" className={isPlaceholderData ? 'outdated' : undefined}>
      <h1 id="incidents">Incidents</h1>
      <p className="muted">{host} · ServiceNow, simulated</p>
      {incidents.length === 0 ? (
        <p className="message">There is no incident here.</p>
      ) : (
        <IncidentTable host={host} incidents={incidents} />
      )}
      <Pager
        label="Pages of incidents"
        pageNumber={pageNumber}
        pageSize={PAGE_SIZE}
        shown={incidents.length}
        total={total}
        onGoTo={(number) => {
          location.hash = hrefOf({ page: 'incidents', host, pageNumber: number });
        }}
      />
    </section>
  );
}
