import { useMemo } from 'react';

import type { ModulePlace, PageModuleType } from '../../shell-api';
import { Failure } from './components/Failure';
import { Loading } from './components/Loading';
import { PanelFrame } from './frame/PanelFrame';
import { blockingError } from './session/blocking-error';
import { moduleRoute } from './session/module-route';
import { createPanelRoute } from './session/panel-route';
import { hrefOf } from './session/route';
import { useSession } from './session/session';
import { useLive } from './session/use-live';

interface AppPageProps {
  readonly type: PageModuleType;
  readonly moduleKey: string;
  /** Null for pages of the whole site. */
  readonly project: string | null;
}

/** A page of the app, for those to whom Jira offers it. */
export function AppPage({ type, moduleKey, project }: AppPageProps) {
  const { state } = useSession();
  const module = state.modules.find((each) => each.type === type && each.key === moduleKey);
  const query = useLive<ModulePlace>(
    `/api/modules/${encodeURIComponent(moduleKey)}/place?project=${encodeURIComponent(project ?? '')}`,
  );
  // Jira gives no part of the address to the page beside the queues.
  const start =
    module === undefined || type === 'jiraServiceManagement:queuePage'
      ? null
      : moduleRoute(module, project);
  const base = start === null ? null : hrefOf(start);
  const route = useMemo(() => (base === null ? null : createPanelRoute(base)), [base]);

  const error = blockingError(query);
  if (module === undefined) return <p className="message">The app has no such page.</p>;
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Loading label="Opening the panel" />;
  const { project: place } = query.data;
  return (
    <div className={module.isBlank ? 'app-page-blank' : undefined}>
      {!module.isBlank && <h1>{module.title}</h1>}
      <PanelFrame
        module={module}
        file={module.file}
        extension={{
          type,
          ...(place !== null && {
            project: { id: place.id, key: place.key, type: place.type },
          }),
          location: location.href,
        }}
        {...(route !== null && { route })}
      />
    </div>
  );
}
