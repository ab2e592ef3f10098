import type { IncidentDetail } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { StatusLozenge } from '../components/StatusLozenge';
import { Comments } from '../issue/Comments';
import { History } from '../issue/History';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';
import { IncidentSide } from './IncidentSide';

interface IncidentViewProps {
  readonly host: string;
  /** Number or sys_id. */
  readonly incident: string;
}

/** One incident with its journal and history, to look at. */
export function IncidentView({ host, incident: name }: IncidentViewProps) {
  const path = `/api/instances/${encodeURIComponent(host)}/incidents/${encodeURIComponent(name)}`;
  const query = useLive<IncidentDetail>(path);
  const { data: incident } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (incident === undefined) return <Loading label="Opening the incident" />;

  return (
    <article className="issue" aria-labelledby="incident-title">
      <div className="issue-main">
        <nav className="muted" aria-label="Breadcrumbs">
          <a href={hrefOf({ page: 'incidents', host, pageNumber: 1 })}>{host}</a> /{' '}
          {incident.number}
        </nav>
        <h1 id="incident-title">{incident.shortDescription}</h1>
        <StatusLozenge status={incident.state} />
        <Comments comments={incident.journal} title="Journal" internalLabel="Work note" />
        <History history={incident.history} />
      </div>
      <div className="issue-side">
        <IncidentSide incident={incident} />
      </div>
    </article>
  );
}
