import { JiraFault } from '../fault';
import type { Endpoint, EndpointRequest } from './endpoint';
import { platformSlice } from './platform-page';
import { readList, readNumber } from './read-request';
import { userJson } from './user-json';

/** Whom an issue can be given to: groups, and people of a project. */
export const groupEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/groups/picker',
    handle(request) {
      const { site, query } = request;
      const text = query.get('query') ?? '';
      const isLoose = query.get('caseInsensitive') === 'true';
      const fold = (name: string) => (isLoose ? name.toLowerCase() : name);
      const excluded = [...readList(query, 'exclude'), ...readList(query, 'excludeId')];
      // Without the permission to browse users and groups, Jira finds none.
      const all = mayBrowse(request) ? site.store.groups : [];
      const found = all.filter(
        ({ id, name }) =>
          fold(name).includes(fold(text)) && !excluded.includes(name) && !excluded.includes(id),
      );
      const maxResults = readNumber(query, 'maxResults', { fallback: 20, max: 1_000 });
      const groups = found
        .slice(0, maxResults)
        .map(({ id, name }) => ({ name, html: escapeHtml(name), labels: [], groupId: id }));
      const header = `Showing ${groups.length} of ${found.length} matching groups`;
      const body = { header, total: found.length, groups };
      return { status: 200, body, identityObjects: groups.length };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/group/bulk',
    handle(request) {
      const { site, query } = request;
      if (!mayBrowse(request)) {
        throw new JiraFault(403, 'Browse users and groups permission is required to view groups.');
      }
      const [ids, names] = [readList(query, 'groupId'), readList(query, 'groupName')];
      const all = site.store.groups.filter(
        ({ id, name }) =>
          (ids.length === 0 && names.length === 0) || ids.includes(id) || names.includes(name),
      );
      const { values, envelope } = platformSlice(request, {
        path: '/group/bulk',
        all,
        size: { fallback: 50, max: 200 },
      });
      return {
        status: 200,
        body: { ...envelope, values: values.map(({ id, name }) => ({ groupId: id, name })) },
        identityObjects: values.length,
      };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/user/assignable/search',
    handle(request) {
      const { site, asker, query } = request;
      const issue = query.get('issueKey') ?? query.get('issueId');
      const named = query.get('project');
      if (issue === null && named === null) {
        throw new JiraFault(400, 'A project or an issue must be given.');
      }
      const project =
        issue === null
          ? site.access.project(asker, named ?? '')
          : site.access.issue(asker, issue).project;
      const [text, wanted] = [query.get('query')?.toLowerCase(), query.get('accountId')];
      if (text === undefined && wanted === null) {
        throw new JiraFault(400, 'A query or an accountId must be given.');
      }
      const startAt = readNumber(query, 'startAt', { fallback: 0, max: Number.MAX_SAFE_INTEGER });
      const maxResults = readNumber(query, 'maxResults', { fallback: 50, max: 1_000 });
      const found = (mayBrowse(request) ? [...site.store.users.values()] : []).filter(
        ({ accountId, displayName }) =>
          (wanted === null
            ? displayName.toLowerCase().includes(text ?? '')
            : accountId === wanted) &&
          site.access
            .projectPermissions({ kind: 'user', accountId }, project)
            .has('ASSIGNABLE_USER'),
      );
      const users = found.slice(startAt, startAt + maxResults);
      return {
        status: 200,
        body: users.map((user) => userJson(user, site.baseUrl)),
        identityObjects: users.length,
      };
    },
  },
];

const mayBrowse = ({ site, asker }: EndpointRequest): boolean =>
  site.access.globalPermissions(asker).has('USER_PICKER');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
