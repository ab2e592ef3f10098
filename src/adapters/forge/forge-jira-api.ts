import api, { getAppContext, route, type Route } from '@forge/api';

import type { JiraApi, JiraResponse } from '../jira/jira-api';
import { NOTHING, PRICES, type Price } from './jira-prices';
import { countUsage } from './usage-counter';

/** Key of the entity property that holds a ticket's verdict. */
const PROPERTY_KEY = 'firstline';
/** Key of the custom field module in the manifest. */
const FIELD_MODULE_KEY = 'ai-outcome';
const PROJECTS_PER_PAGE = 50;
const COMMENTS_PER_PAGE = 100;

type Send = (url: Route, request?: JiraCall) => Promise<JiraResponse>;

interface JiraCall {
  readonly body?: { readonly method: 'POST' | 'PUT'; readonly json: unknown };
  /** What is charged for the answer besides the request itself. */
  readonly price?: Price;
}

/**
 * Jira Cloud through the platform. Every address is written out as a `route`, so that the linter can
 * hold it against the manifest's scopes.
 */
export function createForgeJiraApi(): JiraApi {
  const asApp: Send = async (url, { body, price } = {}) =>
    toResponse(await api.asApp().requestJira(url, init(body)), price);
  const asViewer: Send = async (url) => toResponse(await api.asUser().requestJira(url, init()));
  const post = (json: unknown): JiraCall => ({ body: { method: 'POST', json } });

  return {
    listStatuses: () => asApp(route`/rest/api/3/status`),
    listFields: () => asApp(route`/rest/api/3/field`),
    readServerInfo: () => asApp(route`/rest/api/3/serverInfo`),
    listServiceProjects: (startAt) =>
      asApp(
        route`/rest/api/3/project/search?typeKey=service_desk&orderBy=key&startAt=${startAt}&maxResults=${PROJECTS_PER_PAGE}`,
        { price: PRICES.projects },
      ),
    searchIssues: (request) =>
      asApp(route`/rest/api/3/search/jql`, { ...post(request), price: PRICES.issues }),
    countIssues: (jql) => asApp(route`/rest/api/3/search/approximate-count`, post({ jql })),
    fetchIssues: (request) =>
      asApp(route`/rest/api/3/issue/bulkfetch`, { ...post(request), price: PRICES.issues }),
    fetchChangelogs: (request) =>
      asApp(route`/rest/api/3/changelog/bulkfetch`, {
        ...post(request),
        price: PRICES.changelogs,
      }),
    listComments: (issueId, startAt) =>
      asApp(
        route`/rest/api/3/issue/${issueId}/comment?orderBy=created&startAt=${startAt}&maxResults=${COMMENTS_PER_PAGE}`,
        { price: PRICES.issue },
      ),
    readUsers(accountIds) {
      const query = new URLSearchParams(
        accountIds.map((id): [string, string] => ['accountId', id]),
      );
      query.set('maxResults', String(accountIds.length));
      return asApp(route`/rest/api/3/user/bulk?${query}`, { price: PRICES.users });
    },

    putIssueProperty: (issueId, value) =>
      asApp(route`/rest/api/3/issue/${issueId}/properties/${PROPERTY_KEY}`, {
        body: { method: 'PUT', json: value },
      }),
    putIssueProperties: (issues) =>
      asApp(
        route`/rest/api/3/issue/properties/multi`,
        post({
          issues: issues.map(({ issueId, value }) => ({
            issueID: issueId,
            properties: { [PROPERTY_KEY]: value },
          })),
        }),
      ),
    putOutcomeField(updates) {
      const customField = outcomeFieldKey();
      return asApp(
        route`/rest/api/3/app/field/value?generateChangelog=false`,
        post({ updates: updates.map((update) => ({ customField, ...update })) }),
      );
    },

    listNewestComments: (issueId, startAt) =>
      asApp(
        route`/rest/api/3/issue/${issueId}/comment?orderBy=-created&expand=properties&startAt=${startAt}&maxResults=${COMMENTS_PER_PAGE}`,
        { price: PRICES.issue },
      ),
    postComment: (issueId, comment) =>
      asApp(route`/rest/api/3/issue/${issueId}/comment`, post(comment)),
    editIssue: (issueId, edits) =>
      asApp(route`/rest/api/3/issue/${issueId}`, { body: { method: 'PUT', json: edits } }),
    listTransitions: (issueId) => asApp(route`/rest/api/3/issue/${issueId}/transitions`),
    postTransition: (issueId, transitionId) =>
      asApp(
        route`/rest/api/3/issue/${issueId}/transitions`,
        post({ transition: { id: transitionId } }),
      ),

    readProjectAsViewer: (idOrKey) => asViewer(route`/rest/api/3/project/${idOrKey}`),
    listServiceProjectsAsViewer: (startAt) =>
      asViewer(
        route`/rest/api/3/project/search?typeKey=service_desk&orderBy=key&action=browse&startAt=${startAt}&maxResults=${PROJECTS_PER_PAGE}`,
      ),
    readIssueProjectAsViewer: (idOrKey) =>
      asViewer(route`/rest/api/3/issue/${idOrKey}?fields=project,created`),
    readMyselfAsViewer: () => asViewer(route`/rest/api/3/myself?expand=groups`),
    readPermissionsAsViewer({ permissions, projectId }) {
      const query = new URLSearchParams({ permissions: permissions.join(',') });
      if (projectId !== null) query.set('projectId', projectId);
      return asViewer(route`/rest/api/3/mypermissions?${query}`);
    },
  };
}

/** Forge's key of the field: see "Jira custom field" in its documentation. */
function outcomeFieldKey(): string {
  const { appAri, environmentAri } = getAppContext();
  return `ari:cloud:ecosystem::extension/${appAri.appId}/${environmentAri.environmentId}/static/${FIELD_MODULE_KEY}`;
}

function init(body?: JiraCall['body']) {
  if (body === undefined) return { headers: { Accept: 'application/json' } };
  return {
    method: body.method,
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body.json),
  };
}

interface PlatformResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

/** Counts what Jira charges: the request when it is answered, the objects when they are read. */
function toResponse(response: PlatformResponse, price: Price = NOTHING): JiraResponse {
  const { status } = response;
  // What a limit kept out is not charged.
  countUsage.restRequest(status === 429 ? 0 : 1);
  return {
    status,
    header: (name) => response.headers.get(name),
    async json() {
      const json = parse(await response.text());
      if (status < 400) countUsage.restPoints(price(json));
      return json;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
