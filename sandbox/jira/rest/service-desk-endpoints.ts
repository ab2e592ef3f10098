import { JiraFault } from '../fault';
import { serviceDeskDate } from '../jira-time';
import type { SiteProject, SiteQueue } from '../model';
import { jqlContext, type Endpoint, type EndpointRequest } from './endpoint';
import { COMMENTS_OF_MANY } from './issue-endpoints';
import { selectFields } from './issue-fields';
import { issueJson } from './issue-json';
import { queueJson, requestTypeJson, serviceDeskJson } from './service-desk-json';
import { serviceDeskSlice } from './service-desk-page';

const ROOT = '/rest/servicedeskapi';

/** Service desks with their queues and request types. */
export const serviceDeskEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: `${ROOT}/info`,
    handle: ({ site, asker }) => ({
      status: 200,
      body: {
        version: '1001.0.0-SNAPSHOT',
        platformVersion: '1001.0.0-SNAPSHOT',
        buildDate: serviceDeskDate(0, site.access.timeZoneOf(asker)),
        buildChangeSet: '0',
        isLicensedForUse: true,
        _links: { self: `${site.baseUrl}${ROOT}/info` },
      },
    }),
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk`,
    handle(request) {
      const { site } = request;
      const { values, page } = serviceDeskSlice(request, '/servicedesk', visibleDesks(request));
      const body = page((project) => serviceDeskJson(project, site.baseUrl));
      return { status: 200, body, coreObjects: values.length };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk/{desk}`,
    handle: (request) => ({
      status: 200,
      body: serviceDeskJson(deskOf(request), request.site.baseUrl),
      coreObjects: 1,
    }),
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk/{desk}/queue`,
    handle(request) {
      const project = agentDeskOf(request);
      const path = `/servicedesk/${project.serviceDeskId ?? ''}/queue`;
      const { values, page } = serviceDeskSlice(request, path, project.queues);
      const body = page((queue) => queueBody(request, project, queue));
      return { status: 200, body, coreObjects: values.length };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk/{desk}/queue/{queue}`,
    handle(request) {
      const project = agentDeskOf(request);
      const body = queueBody(request, project, queueOf(request, project));
      return { status: 200, body, coreObjects: 1 };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk/{desk}/queue/{queue}/issue`,
    handle(request) {
      const { site, asker } = request;
      const project = agentDeskOf(request);
      const queue = queueOf(request, project);
      const all = site.search.all(queue.jql, jqlContext(request));
      const path = `/servicedesk/${project.serviceDeskId ?? ''}/queue/${queue.id}/issue`;
      const { values, page } = serviceDeskSlice(request, path, all);
      const shape = {
        fieldIds: selectFields(queue.columns, { site, fallback: '*navigable' }),
        properties: [],
        withChangelog: false,
      };
      const timeZone = site.access.timeZoneOf(asker);
      const reading = { site, asker, timeZone, maxComments: COMMENTS_OF_MANY };
      const body = page((issue) => issueJson(issue, shape, reading));
      return { status: 200, body, coreObjects: values.length };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/servicedesk/{desk}/requesttype`,
    handle(request) {
      const project = deskOf(request);
      const path = `/servicedesk/${project.serviceDeskId ?? ''}/requesttype`;
      const text = request.query.get('searchQuery')?.toLowerCase() ?? '';
      const all = project.requestTypes.filter(({ name }) => name.toLowerCase().includes(text));
      const { values, page } = serviceDeskSlice(request, path, all);
      const body = page((type) => requestTypeJson(type, project, request.site.baseUrl));
      return { status: 200, body, coreObjects: values.length };
    },
  },
];

/** Customers see the desks whose portal is open to them. */
function visibleDesks({ site, asker }: EndpointRequest): readonly SiteProject[] {
  return [...site.store.projects.values()].filter(
    (project) =>
      project.serviceDeskId !== null &&
      (site.access.canBrowse(asker, project) ||
        (asker.kind === 'user' && project.customers.has(asker.accountId))),
  );
}

/** By its own id, or by the key of its project. */
function deskOf(request: EndpointRequest): SiteProject {
  const wanted = request.param('desk');
  const desk = visibleDesks(request).find(
    ({ serviceDeskId, key }) => serviceDeskId === wanted || key === wanted,
  );
  if (desk !== undefined) return desk;
  throw new JiraFault(404, 'The Service Desk you are trying to view does not exist.');
}

function agentDeskOf(request: EndpointRequest): SiteProject {
  const desk = deskOf(request);
  const { site, asker } = request;
  if (site.access.projectPermissions(asker, desk).has('SERVICEDESK_AGENT')) return desk;
  throw new JiraFault(403, 'You must be an agent of this service desk to view its queues.');
}

function queueOf({ param }: EndpointRequest, project: SiteProject): SiteQueue {
  const queue = project.queues.find(({ id }) => id === param('queue'));
  if (queue !== undefined) return queue;
  throw new JiraFault(404, 'The queue you are trying to view does not exist.');
}

function queueBody(request: EndpointRequest, project: SiteProject, queue: SiteQueue) {
  const { site, query } = request;
  const issueCount =
    query.get('includeCount') === 'true'
      ? site.search.all(queue.jql, jqlContext(request)).length
      : null;
  return queueJson(project, queue, { baseUrl: site.baseUrl, issueCount });
}
