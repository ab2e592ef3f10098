import { JSM_FIELDS, SUPPORT_GROUP_FIELD } from '../catalogue';
import { JiraFault } from '../fault';
import { jiraTime } from '../jira-time';
import type { AppField } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { platformSlice } from './platform-page';
import { readList } from './read-request';
import { userJson } from './user-json';

/** Fields, the server and its users. */
export const siteEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/field',
    handle: ({ site }) => ({
      status: 200,
      body: [
        ...SYSTEM_FIELDS,
        ...JSM_CUSTOM_FIELDS,
        SUPPORT_GROUP,
        ...site.store.appFields.map(appFieldJson),
      ],
    }),
  },
  {
    method: 'GET',
    template: '/rest/api/3/serverInfo',
    handle: ({ site }) => ({
      status: 200,
      body: {
        baseUrl: site.baseUrl,
        displayUrl: site.baseUrl,
        version: '1001.0.0-SNAPSHOT',
        versionNumbers: [1001, 0, 0],
        deploymentType: 'Cloud',
        buildNumber: 100_300,
        buildDate: jiraTime(0),
        serverTime: jiraTime(site.clock.now()),
        serverTimeZone: site.store.timeZone,
        scmInfo: '',
        serverTitle: 'Jira',
      },
    }),
  },
  {
    method: 'GET',
    template: '/rest/api/3/myself',
    handle(request) {
      const reply = userReply(request, request.accountId);
      if (!readList(request.query, 'expand').includes('groups')) return reply;
      const groups = request.site.store.groups
        .filter(({ members }) => members.has(request.accountId))
        .map(({ id, name }) => ({ groupId: id, name, self: groupSelf(request.site.baseUrl, id) }));
      return {
        ...reply,
        body: { ...reply.body, groups: { size: groups.length, items: groups } },
        identityObjects: 1 + groups.length,
      };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/user',
    handle(request) {
      const accountId = request.query.get('accountId');
      if (accountId === null) {
        throw new JiraFault(400, "The query parameter 'accountId' must be provided.");
      }
      return userReply(request, accountId);
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/user/bulk',
    handle(request) {
      const { site } = request;
      const wanted = readList(request.query, 'accountId');
      if (wanted.length === 0) {
        throw new JiraFault(400, "The query parameter 'accountId' must be provided.");
      }
      const all = [...new Set(wanted)].flatMap((id) => site.store.users.get(id) ?? []);
      const size = { fallback: 10, max: 200 };
      const { values, envelope } = platformSlice(request, { path: '/user/bulk', all, size });
      return {
        status: 200,
        body: { ...envelope, values: values.map((user) => userJson(user, site.baseUrl)) },
        identityObjects: values.length,
      };
    },
  },
];

const groupSelf = (baseUrl: string, groupId: string): string =>
  `${baseUrl}/rest/api/3/group?groupId=${encodeURIComponent(groupId)}`;

function userReply({ site }: EndpointRequest, accountId: string) {
  const user = site.store.users.get(accountId);
  if (user === undefined) {
    throw new JiraFault(
      404,
      'Specified user does not exist or you do not have required permissions',
    );
  }
  return { status: 200, body: userJson(user, site.baseUrl), identityObjects: 1 };
}

const systemField = (id: string, name: string, type: string, clauseNames: readonly string[]) => ({
  id,
  key: id,
  name,
  custom: false,
  orderable: true,
  navigable: true,
  searchable: clauseNames.length > 0,
  clauseNames,
  schema: { type, system: id },
});

const SYSTEM_FIELDS = [
  systemField('summary', 'Summary', 'string', []),
  systemField('issuetype', 'Issue Type', 'issuetype', ['issuetype', 'type']),
  systemField('project', 'Project', 'project', ['project']),
  systemField('status', 'Status', 'status', ['status']),
  systemField('priority', 'Priority', 'priority', ['priority']),
  systemField('resolution', 'Resolution', 'resolution', ['resolution']),
  systemField('reporter', 'Reporter', 'user', ['reporter']),
  systemField('creator', 'Creator', 'user', ['creator']),
  systemField('assignee', 'Assignee', 'user', ['assignee']),
  systemField('created', 'Created', 'datetime', ['created', 'createdDate']),
  systemField('updated', 'Updated', 'datetime', ['updated', 'updatedDate']),
  systemField('resolutiondate', 'Resolved', 'datetime', ['resolutiondate', 'resolved']),
  systemField('description', 'Description', 'string', []),
  {
    ...systemField('labels', 'Labels', 'array', ['labels']),
    schema: { type: 'array', items: 'string', system: 'labels' },
  },
  systemField('comment', 'Comment', 'comments-page', []),
];

function customField(id: string, key: string, name: string, type: string, custom: string) {
  const customId = Number(id.slice('customfield_'.length));
  return {
    id,
    key,
    name,
    custom: true,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: [`cf[${customId}]`, name],
    schema: { type, custom, customId },
  };
}

const JSM_TYPES = {
  requestType: ['sd-customerrequesttype', 'com.atlassian.servicedesk:vp-origin'],
  timeToResolution: ['sd-servicelevelagreement', 'com.atlassian.servicedesk:sd-sla-field'],
  timeToFirstResponse: ['sd-servicelevelagreement', 'com.atlassian.servicedesk:sd-sla-field'],
  satisfaction: ['sd-feedback', 'com.atlassian.servicedesk:sd-request-feedback'],
  satisfactionDate: ['datetime', 'com.atlassian.servicedesk:sd-request-feedback-date'],
} as const;

const JSM_CUSTOM_FIELDS = Object.entries(JSM_FIELDS).map(([role, { id, name }]) => {
  const [type, custom] = JSM_TYPES[role as keyof typeof JSM_FIELDS];
  return customField(id, id, name, type, custom);
});

const SUPPORT_GROUP = customField(
  SUPPORT_GROUP_FIELD.id,
  SUPPORT_GROUP_FIELD.id,
  SUPPORT_GROUP_FIELD.name,
  'group',
  'com.atlassian.jira.plugin.system.customfieldtypes:grouppicker',
);

const appFieldJson = ({ id, key, name, type }: AppField) =>
  customField(id, key, name, type === 'text' ? 'string' : type, key);
