import { ok } from '../../domain/app-error';
import { sourceOf } from '../../domain/timeline/source';
import type { DeskAccess } from '../../ports/desk-access';
import { isServiceNowDeskKey, isServiceNowTicketRef } from '../servicenow/service-now-refs';
import type { BySource } from './by-source';

/** Each question goes to the side that the thing asked for is on. */
export function createDeskAccessBySource(sides: BySource<DeskAccess>): DeskAccess {
  const { jira, servicenow } = sides;
  const ofDesk = (idOrKey: string): DeskAccess =>
    isServiceNowDeskKey(idOrKey) ? servicenow : jira;
  const ofTicket = (idOrKey: string): DeskAccess =>
    isServiceNowTicketRef(idOrKey) ? servicenow : jira;
  return {
    canViewDesk: (project) => ofDesk(project.idOrKey).canViewDesk(project),
    canViewTicket: (issue) => ofTicket(issue.idOrKey).canViewTicket(issue),
    readTicketRoles: (issue) => ofTicket(issue.idOrKey).readTicketRoles(issue),
    canAdministerDesk: (project) => ofDesk(project.idOrKey).canAdministerDesk(project),
    canAdministerSite: () => jira.canAdministerSite(),

    async readViewableDesks() {
      const [inJira, inServiceNow] = await Promise.all([
        jira.readViewableDesks(),
        servicenow.readViewableDesks(),
      ]);
      if (!inJira.ok) return inJira;
      if (!inServiceNow.ok) return inServiceNow;
      const seen = { jira: inJira.value, servicenow: inServiceNow.value };
      return ok({ includes: (deskId) => seen[sourceOf(deskId)].includes(deskId) });
    },
  };
}
