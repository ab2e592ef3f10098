import type { QueueView } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Pager } from '../components/Pager';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';
import { QueueTable } from './QueueTable';

const PAGE_SIZE = 50;

interface QueueScreenProps {
  readonly project: string;
  readonly queueId: string;
  /** From 1. */
  readonly pageNumber: number;
}

export function QueueScreen({ project, queueId, pageNumber }: QueueScreenProps) {
  const startAt = (pageNumber - 1) * PAGE_SIZE;
  const query = useLive<QueueView>(
    `/api/projects/${encodeURIComponent(project)}/queues/${encodeURIComponent(queueId)}` +
      `?startAt=${startAt}&limit=${PAGE_SIZE}`,
    { keepsPrevious: true },
  );

  const { data, isPlaceholderData } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <Loading label="Opening the queue" />;

  const { name, jql, total, issues } = data;
  const goTo = (number: number): void => {
    location.hash = hrefOf({ page: 'queue', project, queueId, pageNumber: number });
  };
  return (
    <section aria-labelledby="queue-name" className={isPlaceholderData ? 'outdated' : undefined}>
      <h1 id="queue-name">{name}</h1>
      <p className="muted jql">{jql}</p>
      {issues.length === 0 ? (
        <p className="message">
          {total === 0 ? 'Nothing is waiting in this queue.' : 'This page of the queue is empty.'}
        </p>
      ) : (
        <QueueTable key={`${project}/${queueId}`} label={name} issues={issues} />
      )}
      <Pager
        label="Pages of the queue"
        pageNumber={pageNumber}
        pageSize={PAGE_SIZE}
        shown={issues.length}
        total={total}
        onGoTo={goTo}
      />
    </section>
  );
}
