import { useEffect } from 'react';

import { AiOutcomesView } from './AiOutcomesView';
import { DashboardView } from './dashboard/DashboardView';
import { IssueView } from './issue/IssueView';
import { MeterPage } from './meter/MeterPage';
import { FirstQueue } from './queue/FirstQueue';
import { QueueScreen } from './queue/QueueScreen';
import type { Route } from './session/route';
import { useProject } from './session/use-project';
import { useRoute } from './session/use-route';

/** What the address names. */
export function Page() {
  const route = useRoute();
  const title = titleOf(route);
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
      return <AiOutcomesView project={route.project} />;
    case 'issue':
      return <IssueView key={route.issueKey} issueKey={route.issueKey} />;
    case 'dashboard':
      return <DashboardView />;
    case 'meter':
      return <MeterPage />;
  }
}

function Home() {
  const project = useProject();
  if (project !== null) return <FirstQueue project={project} />;
  return (
    <p className="message" role="status">
      There is no project that you may see. Choose another person above.
    </p>
  );
}

function titleOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return 'Projects';
    case 'queue':
      return `Queues of ${route.project}`;
    case 'ai-outcomes':
      return `AI outcomes of ${route.project}`;
    case 'issue':
      return route.issueKey;
    case 'dashboard':
      return 'Dashboard';
    case 'meter':
      return 'Meter';
  }
}
