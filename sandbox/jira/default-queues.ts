import { JSM_FIELDS } from './catalogue';
import type { SiteQueue } from './model';

const COLUMNS = [
  'issuetype',
  'issuekey',
  'summary',
  'reporter',
  'assignee',
  'status',
  'priority',
  'created',
  JSM_FIELDS.timeToResolution.id,
] as const;

/** The queues a new service desk begins with, and one that shows a living desk at work. */
export function defaultQueues(projectKey: string): readonly Omit<SiteQueue, 'id'>[] {
  const open = `project = ${projectKey} AND resolution = Unresolved`;
  const bySla = 'ORDER BY "Time to resolution" ASC';
  const queues = [
    ['Newest', `project = ${projectKey} ORDER BY created DESC`],
    ['All open', `${open} ${bySla}`],
    ['Unassigned', `${open} AND assignee is EMPTY ${bySla}`],
    ['Assigned to me', `${open} AND assignee = currentUser() ${bySla}`],
    ['Waiting on customer', `${open} AND status = "Waiting for customer" ORDER BY updated ASC`],
    ['Resolved', `project = ${projectKey} AND statusCategory = Done ORDER BY resolved DESC`],
  ] as const;
  return queues.map(([name, jql]) => ({ name, jql, columns: COLUMNS }));
}
