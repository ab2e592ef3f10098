import { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import type { DeskAccess, ViewedTicket } from '../../ports/desk-access';
import type { DeskRef } from '../../ports/ticket-source';
import { parseResponse } from './call-jira';
import { jiraTimeSchema } from './issue-schema';
import type { JiraApi } from './jira-api';

const projectSchema = z.object({
  id: z.string(),
  key: z.string(),
  projectTypeKey: z.string().nullish(),
});
const projectPageSchema = z.object({
  values: z.array(projectSchema),
  isLast: z.boolean().nullish(),
});
const issueSchema = z.object({
  id: z.string(),
  fields: z.object({ project: projectSchema, created: jiraTimeSchema }),
});
const permissionsSchema = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

const NOT_YOURS: Result<never> = err({ kind: 'not-found-or-not-permitted' });
const PROJECTS_PER_PAGE = 50;

/**
 * What the viewer may see, asked of Jira as the viewer: Jira's own rules answer, and a desk that is
 * not there is told like one that is not theirs.
 */
export function createJiraDeskAccess(api: JiraApi): DeskAccess {
  const held = async (
    permissions: readonly string[],
    projectId: string | null,
  ): Promise<Result<ReadonlySet<string>>> => {
    const asked = await parseResponse(
      await api.readPermissionsAsViewer({ permissions, projectId }),
      permissionsSchema,
    );
    if (!asked.ok) return asked;
    const told = asked.value.permissions;
    return ok(new Set(permissions.filter((each) => told[each]?.havePermission === true)));
  };
  const has = async (permission: string, projectId: string | null): Promise<Result<boolean>> => {
    const asked = await held([permission], projectId);
    return asked.ok ? ok(asked.value.has(permission)) : asked;
  };
  const viewDesk = async (idOrKey: string): Promise<Result<DeskRef>> => {
    const project = await parseResponse(await api.readProjectAsViewer(idOrKey), projectSchema);
    if (!project.ok) return project;
    const { id, key, projectTypeKey } = project.value;
    if (projectTypeKey !== 'service_desk') return NOT_YOURS;
    const browses = await has('BROWSE_PROJECTS', id);
    if (!browses.ok) return browses;
    return browses.value ? ok({ deskId: `jira:${id}`, key }) : NOT_YOURS;
  };

  const viewTicket = async (idOrKey: string): Promise<Result<ViewedTicket>> => {
    const issue = await parseResponse(await api.readIssueProjectAsViewer(idOrKey), issueSchema);
    if (!issue.ok) return issue;
    const { id, fields } = issue.value;
    if (fields.project.projectTypeKey !== 'service_desk') return NOT_YOURS;
    return ok({
      desk: { deskId: `jira:${fields.project.id}`, key: fields.project.key },
      ticketId: `jira:${id}`,
      openedAt: fields.created,
    });
  };

  return {
    canViewDesk: ({ idOrKey }) => viewDesk(idOrKey),
    canViewTicket: ({ idOrKey }) => viewTicket(idOrKey),

    async readTicketRoles({ idOrKey }) {
      const ticket = await viewTicket(idOrKey);
      if (!ticket.ok) return ticket;
      const permissions = ['ADMINISTER_PROJECTS', 'SERVICEDESK_AGENT'];
      const own = await held(permissions, ticket.value.desk.deskId.replace(/^jira:/, ''));
      if (!own.ok) return own;
      return ok({
        ticket: ticket.value,
        roles: {
          isProjectAdministrator: own.value.has('ADMINISTER_PROJECTS'),
          isAgent: own.value.has('SERVICEDESK_AGENT'),
        },
      });
    },

    async readViewableDesks() {
      const deskIds = new Set<string>();
      for (let startAt = 0; ; startAt += PROJECTS_PER_PAGE) {
        const page = await parseResponse(
          await api.listServiceProjectsAsViewer(startAt),
          projectPageSchema,
        );
        if (!page.ok) return page;
        for (const { id } of page.value.values) deskIds.add(`jira:${id}`);
        if (page.value.isLast !== false || page.value.values.length === 0) {
          return ok({ includes: (deskId) => deskIds.has(deskId) });
        }
      }
    },

    async canAdministerDesk({ idOrKey }) {
      const desk = await viewDesk(idOrKey);
      if (!desk.ok) return desk;
      const administers = await has('ADMINISTER_PROJECTS', desk.value.deskId.replace(/^jira:/, ''));
      if (!administers.ok) return administers;
      return administers.value ? desk : NOT_YOURS;
    },

    async canAdministerSite() {
      const administers = await has('ADMINISTER', null);
      if (!administers.ok) return administers;
      return administers.value ? ok(true) : NOT_YOURS;
    },
  };
}
