import { badRequest } from '../fault';
import type { NamedEntity, SiteProject } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { issueTypeRef, projectRef, statusRef } from './entity-json';
import { platformSlice } from './platform-page';
import { readList } from './read-request';
import { userJson } from './user-json';

/** Projects, as far as the asker may browse them. */
export const projectEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/project/search',
    handle(request) {
      const { site, asker, query } = request;
      const types = readList(query, 'typeKey');
      const keys = readList(query, 'keys');
      const ids = readList(query, 'id');
      const text = query.get('query')?.toLowerCase() ?? '';
      const all = site.access
        .browsable(asker)
        .filter(({ projectTypeKey }) => types.length === 0 || types.includes(projectTypeKey))
        .filter(({ key }) => keys.length === 0 || keys.includes(key))
        .filter(({ id }) => ids.length === 0 || ids.includes(id))
        .filter(({ key, name }) => `${key} ${name}`.toLowerCase().includes(text))
        .filter((project) => mayDo(query.get('action') ?? 'view', project, request))
        .sort(orderOf(query.get('orderBy') ?? 'key'));
      const size = { fallback: 50, max: 100 };
      const { values, envelope } = platformSlice(request, { path: '/project/search', all, size });
      return {
        status: 200,
        body: { ...envelope, values: values.map((project) => listed(project, site.baseUrl)) },
        coreObjects: values.length,
      };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/project/{project}',
    handle(request) {
      const { site, asker, param } = request;
      const project = site.access.project(asker, param('project'));
      return { status: 200, body: detailed(project, request), coreObjects: 1 };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/project/{project}/statuses',
    handle({ site, asker, param }) {
      const project = site.access.project(asker, param('project'));
      // One workflow for all: each of its statuses is open to each type.
      const statuses = site.store.statuses.map((status) => statusRef(status, site.baseUrl));
      const body = issueTypesOf(project).map(({ id, name }) => ({
        self: `${site.baseUrl}/rest/api/3/issuetype/${id}`,
        id,
        name,
        subtask: false,
        statuses,
      }));
      return { status: 200, body };
    },
  },
];

/** `view` and `browse` are for everyone who sees the project, `edit` for its administrators. */
function mayDo(action: string, project: SiteProject, { site, asker }: EndpointRequest): boolean {
  if (action === 'view' || action === 'browse') return true;
  if (action !== 'edit') throw badRequest(`action: '${action}' is unknown; use view, browse, edit`);
  return site.access.projectPermissions(asker, project).has('ADMINISTER_PROJECTS');
}

function orderOf(orderBy: string): (a: SiteProject, b: SiteProject) => number {
  const [, sign, field] = /^([+-]?)(key|name)$/.exec(orderBy) ?? [];
  if (field !== 'key' && field !== 'name') {
    throw badRequest(`orderBy: '${orderBy}' is unknown; use key or name`);
  }
  const direction = sign === '-' ? -1 : 1;
  return (a, b) => direction * a[field].localeCompare(b[field], 'en');
}

const issueTypesOf = ({ requestTypes }: SiteProject): readonly NamedEntity[] => [
  ...new Map(requestTypes.map(({ issueType }) => [issueType.id, issueType])).values(),
];

const listed = (project: SiteProject, baseUrl: string) => ({
  expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
  ...projectRef(project, baseUrl),
  style: 'classic',
  isPrivate: false,
});

function detailed(project: SiteProject, { site }: EndpointRequest) {
  const [leadId] = project.admins;
  const lead = leadId === undefined ? undefined : site.store.users.get(leadId);
  return {
    ...listed(project, site.baseUrl),
    description: '',
    ...(lead === undefined ? {} : { lead: userJson(lead, site.baseUrl) }),
    components: [],
    versions: [],
    issueTypes: issueTypesOf(project).map((type) => issueTypeRef(type, site.baseUrl)),
    assigneeType: 'UNASSIGNED',
    roles: {},
    properties: {},
  };
}
