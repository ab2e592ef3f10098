import { useEffect } from 'react';

import type { ShellModule } from '../../shell-api';
import { AppPage } from './AppPage';
import { DashboardView } from './dashboard/DashboardView';
import { IncidentListView } from './instance/IncidentListView';
import { IncidentView } from './instance/IncidentView';
import { IssueView } from './issue/IssueView';
import { IssueSearchView } from './issues/IssueSearchView';
import { MeterPage } from './meter/MeterPage';
import { FirstQueue } from './queue/FirstQueue';
import { QueueScreen } from './queue/QueueScreen';
import { hrefOf, type Route } from './session/route';
import { useSession } from './session/session';
import { useProject } from './session/use-project';
import { useRoute } from './session/use-route';

/** What the address names. */
export function Page() {
  const { state } = useSession();
  const route = useRoute();
  const title = titleOf(route, state.modules);
  useEffect(() => {
    document.title = `${title} · Jira · sandbox`;
  }, [title]);

  switch (route.page) {
    case 'home':
      return <Home />;
    case 'queue':
      if (route.queueId === null) return <FirstQueue project={route.project} />;
      return <QueueScreen {...route} queueId={route.queueId} />;
    case 'ai-outcomes':
      return <QueuePage project={route.project} />;
    case 'project-app':
      return <AppPage {...route.app} type="jira:projectPage" project={route.project} />;
    case 'settings-app':
      return <AppPage {...route.app} type="jira:projectSettingsPage" project={route.project} />;
    case 'admin-app':
      return <AppPage {...route.app} type="jira:adminPage" project={null} />;
    case 'global-app':
      return <AppPage {...route.app} type="jira:globalPage" project={null} />;
    case 'issue':
      return <IssueView key={route.issueKey} issueKey={route.issueKey} />;
    case 'issues':
      return <IssueSearchView jql={route.jql} pageNumber={route.pageNumber} />;
    case 'incidents':
      return <IncidentListView {...route} />;
    case 'incident':
      return <IncidentView key={route.incident} {...route} />;
    case 'dashboard':
      return <DashboardView />;
    case 'meter':
      return <MeterPage />;
  }
}

/** The first of the app; there is one place for it. */
function QueuePage({ project }: { readonly project: string }) {
  const { state } = useSession();
  const type = 'jiraServiceManagement:queuePage';
  const moduleKey = state.modules.find((module) => module.type === type)?.key ?? '';
  return <AppPage type={type} moduleKey={moduleKey} project={project} />;
}

function Home() {
  const { state } = useSession();
  const project = useProject();
  if (project !== null) return <FirstQueue project={project} />;
  // A site whose only desks are elsewhere begins with what the app says of them.
  const page = state.modules.find(({ type }) => type === 'jira:globalPage');
  if (state.instances.length > 0 && state.mayOpenApps && page !== undefined) {
    const app = { moduleKey: page.key, path: '/' };
    location.replace(hrefOf({ page: 'global-app', app }));
    return null;
  }
  return (
    <p className="message" role="status">
      There is no project that you may see. Choose another person above.
    </p>
  );
}

function titleOf(route: Route, modules: readonly ShellModule[]): string {
  if ('app' in route) {
    return modules.find(({ key }) => key === route.app.moduleKey)?.title ?? route.app.moduleKey;
  }
  switch (route.page) {
    case 'home':
      return 'Projects';
    case 'queue':
      return `Queues of ${route.project}`;
    case 'ai-outcomes':
      return `AI outcomes of ${route.project}`;
    case 'issue':
      return route.issueKey;
    case 'issues':
      return 'Issues';
    case 'incidents':
      return `Incidents of ${route.host}`;
    case 'incident':
      return `Incident on ${route.host}`;
    case 'dashboard':
      return 'Dashboard';
    case 'meter':
      return 'Meter';
  }
}
