import { z } from 'zod';

import { JiraFault } from '../fault';
import type { Endpoint } from './endpoint';
import { MAX_CHARS, setProperty } from './property-endpoints';
import { readBody } from './read-request';

const MAX_ISSUES = 100;
const MAX_PROPERTIES = 10;

const schema = z.strictObject({
  issues: z
    .array(z.strictObject({ issueID: z.int(), properties: z.record(z.string(), z.unknown()) }))
    .min(1)
    .max(MAX_ISSUES),
});

/** Properties of many issues at once; Jira does it as a task, which here is done when answered. */
export const bulkPropertyEndpoints: readonly Endpoint[] = [
  {
    method: 'POST',
    template: '/rest/api/3/issue/properties/multi',
    handle(request) {
      const { site, asker, accountId } = request;
      const { issues } = readBody(request.body, schema);
      for (const { properties } of issues) demandSmall(properties);
      // Issues that are not found are ignored.
      const writes = issues.flatMap(({ issueID, properties }) => {
        const issue = site.store.findIssue(String(issueID));
        if (issue === null || !site.access.canBrowse(asker, issue.project)) return [];
        if (!site.access.projectPermissions(asker, issue.project).has('EDIT_ISSUES')) {
          throw new JiraFault(403, 'You do not have permission to edit issues in this project.');
        }
        return Object.entries(properties).map(([key, value]) => ({ issue, key, value }));
      });
      site.limiter.admitWrites([...new Set(writes.map(({ issue }) => issue.id))]);
      for (const { issue, key, value } of writes) {
        setProperty(issue, { key, value, by: accountId }, site);
      }
      const id = site.store.ids.next('task');
      site.store.tasks.set(id, { id, by: accountId, atMs: site.clock.now() });
      return { status: 303, headers: { Location: `${site.baseUrl}/rest/api/3/task/${id}` } };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/task/{task}',
    handle({ site, asker, accountId, param }) {
      const task = site.store.tasks.get(param('task'));
      if (task === undefined) throw new JiraFault(404, 'The task was not found.');
      const isAdmin = site.access.globalPermissions(asker).has('ADMINISTER');
      if (task.by !== accountId && !isAdmin) {
        throw new JiraFault(403, 'You do not have permission to view this task.');
      }
      const { id, atMs } = task;
      const times = { submitted: atMs, started: atMs, finished: atMs, lastUpdate: atMs };
      return {
        status: 200,
        body: {
          self: `${site.baseUrl}/rest/api/3/task/${id}`,
          id,
          description: 'Set issue properties',
          status: 'COMPLETE',
          submittedBy: 10_000,
          progress: 100,
          elapsedRuntime: 0,
          ...times,
        },
      };
    },
  },
];

function demandSmall(properties: Readonly<Record<string, unknown>>): void {
  const entries = Object.entries(properties);
  if (entries.length === 0 || entries.length > MAX_PROPERTIES) {
    throw new JiraFault(400, `properties: set 1 to ${MAX_PROPERTIES} of an issue`);
  }
  const large = entries.find(([, value]) => JSON.stringify(value).length > MAX_CHARS);
  if (large !== undefined) {
    throw new JiraFault(400, `properties: ${large[0]} is longer than ${MAX_CHARS} characters`);
  }
}
