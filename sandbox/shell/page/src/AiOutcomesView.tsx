import type { QueueList } from '../../shell-api';
import { Failure } from './components/Failure';
import { Loading } from './components/Loading';
import { PanelFrame } from './frame/PanelFrame';
import { blockingError } from './session/blocking-error';
import { useSession } from './session/session';
import { useLive } from './session/use-live';

/** The app's page among the queues; who may not see the queues does not see it either. */
export function AiOutcomesView({ project }: { readonly project: string }) {
  const { state } = useSession();
  const queues = useLive<QueueList>(`/api/projects/${encodeURIComponent(project)}/queues`);
  const module = state.modules.find(({ type }) => type === 'jiraServiceManagement:queuePage');

  const error = blockingError(queues);
  if (module === undefined) return <p className="message">The app has no page for queues.</p>;
  if (error !== null) return <Failure error={error} onRetry={() => void queues.refetch()} />;
  if (queues.data === undefined) return <Loading label="Opening the panel" />;
  return (
    <PanelFrame
      module={module}
      file={module.file}
      extension={{
        type: module.type,
        project: { key: project, type: 'service_desk' },
        location: location.href,
      }}
    />
  );
}
