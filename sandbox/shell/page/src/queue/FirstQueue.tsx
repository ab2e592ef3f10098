import { useEffect } from 'react';

import type { QueueList } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';

/** Goes on to the project's first queue. */
export function FirstQueue({ project }: { readonly project: string }) {
  const query = useLive<QueueList>(`/api/projects/${encodeURIComponent(project)}/queues`);
  const { data } = query;
  const error = blockingError(query);
  const queueId = data?.queues[0]?.id ?? null;

  useEffect(() => {
    if (queueId === null) return;
    location.replace(hrefOf({ page: 'queue', project, queueId, pageNumber: 1 }));
  }, [project, queueId]);

  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (data?.queues.length === 0) return <p className="message">This project has no queues.</p>;
  return <Loading label="Opening the queue" />;
}
