import { defaultQueues } from './default-queues';
import type { SiteProject, SlaGoals } from './model';
import type { NewProject } from './setup';
import type { SiteStore } from './store';

const HOUR_MS = 3_600_000;
const DEFAULT_GOALS: { readonly firstResponse: SlaGoals; readonly resolution: SlaGoals } = {
  firstResponse: { Highest: HOUR_MS, High: 2 * HOUR_MS, default: 4 * HOUR_MS },
  resolution: { Highest: 4 * HOUR_MS, High: 8 * HOUR_MS, default: 24 * HOUR_MS },
};

/** Registers a project; every account must be a user of the site by then. */
export function addProject(store: SiteStore, project: NewProject): SiteProject {
  for (const [field, accountIds] of Object.entries({
    agents: project.agents,
    admins: project.admins,
    customers: project.customers,
  })) {
    const stranger = accountIds.find((accountId) => !store.users.has(accountId));
    if (stranger !== undefined) throw new Error(`${field}: addUser "${stranger}" first`);
  }
  if (store.findProject(project.key) !== null) throw new Error(`key: ${project.key} is taken`);

  const { ids } = store;
  const id = project.id ?? ids.next('project');
  ids.reserve('project', Number(id));
  const projectTypeKey = project.projectTypeKey ?? 'service_desk';
  const added: SiteProject = {
    id,
    key: project.key,
    name: project.name,
    projectTypeKey,
    serviceDeskId: projectTypeKey === 'service_desk' ? ids.next('serviceDesk') : null,
    requestTypes: project.requestTypes.map(({ name, issueType }) => ({
      id: ids.next('requestType'),
      name,
      issueType: store.issueTypeNamed(issueType),
    })),
    queues: (project.queues ?? defaultQueues(project.key)).map((queue) => ({
      id: ids.next('queue'),
      ...queue,
    })),
    agents: new Set(project.agents),
    admins: new Set(project.admins),
    customers: new Set(project.customers),
    calendar: project.calendar ?? null,
    goals: project.goals ?? DEFAULT_GOALS,
  };
  store.addProject(added);
  return added;
}
