import type { ShellModule } from '../../../shell-api';
import type { Route } from './route';

/**
 * The page that a module of the app has; null for those that are part of another page, and for
 * those of a project where none is given.
 *
 * @param path - within the panel; the queue page has none
 */
export function moduleRoute(
  { key: moduleKey, type }: ShellModule,
  project: string | null,
  path = '/',
): Route | null {
  const app = { moduleKey, path: path.startsWith('/') ? path : `/${path}` };
  if (type === 'jira:adminPage') return { page: 'admin-app', app };
  if (type === 'jira:globalPage') return { page: 'global-app', app };
  if (project === null) return null;
  switch (type) {
    case 'jiraServiceManagement:queuePage':
      return { page: 'ai-outcomes', project };
    case 'jira:projectPage':
      return { page: 'project-app', project, app };
    case 'jira:projectSettingsPage':
      return { page: 'settings-app', project, app };
    case 'jira:issueContext':
    case 'jira:dashboardGadget':
      return null;
  }
}
