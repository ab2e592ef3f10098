import { JiraFault } from '../fault';
import type { SiteIssue } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';

export const MAX_CHARS = 32_768;
const MAX_KEY_CHARS = 255;
const TEMPLATE = '/rest/api/3/issue/{issue}/properties/{property}';

/** Entity properties of issues: searchable, and no change of the issue itself. */
export const propertyEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    handle({ site, asker, param }) {
      const issue = site.access.issue(asker, param('issue'));
      const key = param('property');
      if (!issue.properties.has(key)) throw noSuchProperty(key);
      return { status: 200, body: { key, value: issue.properties.get(key) }, coreObjects: 1 };
    },
  },
  {
    method: 'PUT',
    template: TEMPLATE,
    handle(request) {
      const { site, accountId, param } = request;
      const issue = writable(request);
      const key = param('property');
      const value = readValue(request.body);
      if (key.length > MAX_KEY_CHARS) {
        throw new JiraFault(400, `The property key is longer than ${MAX_KEY_CHARS} characters.`);
      }
      site.limiter.admitWrites([issue.id]);
      const isNew = !issue.properties.has(key);
      setProperty(issue, { key, value, by: accountId }, site);
      return { status: isNew ? 201 : 200 };
    },
  },
  {
    method: 'DELETE',
    template: TEMPLATE,
    handle(request) {
      const { site, accountId, param } = request;
      const issue = writable(request);
      const key = param('property');
      if (!issue.properties.has(key)) throw noSuchProperty(key);
      site.limiter.admitWrites([issue.id]);
      issue.properties.delete(key);
      site.store.touch();
      site.events.propertyDeleted(issue, key, accountId, site.clock.now());
      return { status: 204 };
    },
  },
];

export function setProperty(
  issue: SiteIssue,
  set: { readonly key: string; readonly value: unknown; readonly by: string },
  { store, events, clock }: EndpointRequest['site'],
): void {
  issue.properties.set(set.key, set.value);
  store.touch();
  events.propertySet(issue, set.key, set.by, clock.now());
}

/** @throws JiraFault for a value that a property cannot hold */
export function demandSmallValue(value: unknown): void {
  if (value === undefined || value === null) {
    throw new JiraFault(400, 'The property value cannot be empty.');
  }
  if (JSON.stringify(value).length > MAX_CHARS) {
    throw new JiraFault(400, `The property value is longer than ${MAX_CHARS} characters.`);
  }
}

function writable({ site, asker, param }: EndpointRequest): SiteIssue {
  const issue = site.access.issue(asker, param('issue'));
  if (site.access.projectPermissions(asker, issue.project).has('EDIT_ISSUES')) return issue;
  throw new JiraFault(403, 'You do not have permission to edit issues in this project.');
}

function readValue(body: string | null): unknown {
  if (body === null || body.trim() === '') {
    throw new JiraFault(400, 'The property value cannot be empty.');
  }
  if (body.length > MAX_CHARS) {
    throw new JiraFault(400, `The property value is longer than ${MAX_CHARS} characters.`);
  }
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new JiraFault(400, 'The property value is not valid JSON.');
  }
}

const noSuchProperty = (key: string) =>
  new JiraFault(404, `The property with key '${key}' does not exist.`);
