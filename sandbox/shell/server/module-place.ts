import type { JiraSite } from '../../jira/site';
import type { ModulePlace, ShellModule } from '../shell-api';
import { notFound } from './not-found';

/** Project permission that a page of the app needs; what is missing is a page of the whole site. */
const NEEDED: Partial<Record<ShellModule['type'], string>> = {
  'jiraServiceManagement:queuePage': 'BROWSE_PROJECTS',
  'jira:projectPage': 'BROWSE_PROJECTS',
  'jira:projectSettingsPage': 'ADMINISTER_PROJECTS',
};

/** Jira offers apps to its own people, whatever they may see; customers have the portal alone. */
export const mayOpenApps = (site: JiraSite, accountId: string): boolean =>
  site.reading
    .listUsers()
    .some((user) => user.accountId === accountId && user.accountType === 'atlassian');

/**
 * Where a page of the app stands, for those to whom Jira offers it.
 *
 * @throws JiraFault 404 for everybody else
 */
export function modulePlace(
  site: JiraSite,
  module: ShellModule | undefined,
  { accountId, project }: { readonly accountId: string; readonly project: string },
): ModulePlace {
  if (module?.type === 'jira:adminPage' && site.reading.isSiteAdmin(accountId)) {
    return { project: null };
  }
  if (module?.type === 'jira:globalPage' && mayOpenApps(site, accountId)) return { project: null };
  const needed = module === undefined ? undefined : NEEDED[module.type];
  const found = site.reading.listProjects(accountId).find(({ key }) => key === project);
  if (
    needed === undefined ||
    found === undefined ||
    !site.reading.permissions(accountId, found.key).has(needed)
  ) {
    throw notFound();
  }
  const { id, key, name, projectTypeKey: type } = found;
  return { project: { id, key, name, type } };
}
