import type { DeskAccess } from '../ports/desk-access';
import { isServiceNowDeskKey, isServiceNowTicketRef } from './servicenow/service-now-refs';

/** Desks in Jira and in ServiceNow as one: each question goes to the side that the thing asked for is on. */
export function joinDeskAccess({
  jira,
  serviceNow,
}: {
  readonly jira: DeskAccess;
  readonly serviceNow: DeskAccess;
}): DeskAccess {
  const ofDesk = (idOrKey: string): DeskAccess =>
    isServiceNowDeskKey(idOrKey) ? serviceNow : jira;
  const ofTicket = (idOrKey: string): DeskAccess =>
    isServiceNowTicketRef(idOrKey) ? serviceNow : jira;
  return {
    canViewDesk: (project) => ofDesk(project.idOrKey).canViewDesk(project),
    canViewTicket: (issue) => ofTicket(issue.idOrKey).canViewTicket(issue),
    readTicketRoles: (issue) => ofTicket(issue.idOrKey).readTicketRoles(issue),
    canAdministerDesk: (project) => ofDesk(project.idOrKey).canAdministerDesk(project),
    canAdministerSite: () => jira.canAdministerSite(),

    async readViewableDesks() {
      const [inJira, inServiceNow] = await Promise.all([
        jira.readViewableDesks(),
        serviceNow.readViewableDesks(),
      ]);
      if (!inJira.ok) return inJira;
      if (!inServiceNow.ok) return inServiceNow;
      const both = [inJira.value, inServiceNow.value];
      return {
        ok: true,
        value: { includes: (deskId) => both.some((side) => side.includes(deskId)) },
      };
    },
  };
}
