import { z } from 'zod';

import { GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS } from '../access';
import { JiraFault } from '../fault';
import type { Asker, SiteProject } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { readBody, readList } from './read-request';

const GLOBALS: readonly string[] = GLOBAL_PERMISSIONS;
const ALL_PERMISSIONS: readonly string[] = [...GLOBALS, ...PROJECT_PERMISSIONS];

const checkSchema = z.strictObject({
  accountId: z.string().optional(),
  globalPermissions: z.array(z.string()).optional(),
  projectPermissions: z
    .array(
      z.strictObject({
        permissions: z.array(z.string()),
        projects: z.array(z.int()).optional(),
        issues: z.array(z.int()).optional(),
      }),
    )
    .optional(),
});

/** What the asker may do. */
export const permissionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/mypermissions',
    handle(request) {
      const { site, asker, query } = request;
      const asked = readList(query, 'permissions');
      if (asked.length === 0) {
        throw new JiraFault(400, "The 'permissions' query parameter is required.");
      }
      demandKnown(asked);
      const project = projectAsked(request);
      const globals = site.access.globalPermissions(asker);
      // Without a project, Jira tells whether the permission is held in any of them.
      const projects = project === null ? [...site.store.projects.values()] : [project];
      const holds = (key: string) =>
        GLOBALS.includes(key)
          ? globals.has(key)
          : projects.some((each) => site.access.projectPermissions(asker, each).has(key));
      const permissions = Object.fromEntries(
        asked.map((key) => [key, { ...describe(key), havePermission: holds(key) }]),
      );
      return { status: 200, body: { permissions }, identityObjects: asked.length };
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/permissions/check',
    handle(request) {
      const { site } = request;
      const body = readBody(request.body, checkSchema);
      const globalPermissions = body.globalPermissions ?? [];
      const blocks = body.projectPermissions ?? [];
      demandKnown([...globalPermissions, ...blocks.flatMap(({ permissions }) => permissions)]);
      const subject = subjectOf(request, body.accountId);
      const held = site.access.globalPermissions(subject);
      const projectPermissions = blocks.flatMap(({ permissions, projects, issues }) =>
        permissions.map((permission) => ({
          permission,
          projects: (projects ?? []).filter((id) => {
            const project = site.store.projects.get(String(id));
            return project !== undefined && holdsIn(request, subject, project, permission);
          }),
          issues: (issues ?? []).filter((id) => {
            const project = site.store.findIssue(String(id))?.project;
            return project !== undefined && holdsIn(request, subject, project, permission);
          }),
        })),
      );
      const granted = globalPermissions.filter((permission) => held.has(permission));
      return {
        status: 200,
        body: { globalPermissions: granted, projectPermissions },
        identityObjects: granted.length + projectPermissions.length,
      };
    },
  },
];

const holdsIn = (
  { site }: EndpointRequest,
  subject: Asker,
  project: SiteProject,
  permission: string,
): boolean => site.access.projectPermissions(subject, project).has(permission);

/** Others may be asked about by administrators and by the app. */
function subjectOf({ site, asker, accountId: own }: EndpointRequest, accountId?: string): Asker {
  if (accountId === undefined || accountId === own) return asker;
  if (asker.kind !== 'app' && !site.access.globalPermissions(asker).has('ADMINISTER')) {
    throw new JiraFault(403, 'Only Jira administrators can perform this operation.');
  }
  return { kind: 'user', accountId };
}

function projectAsked({ site, asker, query }: EndpointRequest): SiteProject | null {
  const issue = query.get('issueKey') ?? query.get('issueId');
  if (issue !== null) return site.access.issue(asker, issue).project;
  const project = query.get('projectKey') ?? query.get('projectId');
  return project === null ? null : site.access.project(asker, project);
}

function demandKnown(permissions: readonly string[]): void {
  const unknown = permissions.filter((key) => !ALL_PERMISSIONS.includes(key));
  if (unknown.length === 0) return;
  const errors = Object.fromEntries(unknown.map((key) => [key, 'Unrecognized permission']));
  throw new JiraFault(400, '', errors);
}

function describe(key: string) {
  const words = key.toLowerCase().replaceAll('_', ' ');
  return {
    id: String(ALL_PERMISSIONS.indexOf(key) + 1),
    key,
    name: words.charAt(0).toUpperCase() + words.slice(1),
    type: GLOBALS.includes(key) ? 'GLOBAL' : 'PROJECT',
    description: '',
  };
}
