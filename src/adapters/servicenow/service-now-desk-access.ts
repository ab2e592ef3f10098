import { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import type { DeskAccess, ViewedTicket } from '../../ports/desk-access';
import { serviceNowDeskId, type ServiceNowConnections } from '../../ports/service-now-connections';
import type { ScoreStore } from '../../ports/score-store';
import type { DeskRef } from '../../ports/ticket-source';
import { parseResponse } from '../jira/call-jira';
import type { JiraApi } from '../jira/jira-api';
import { deskKeyOfId, isDeskOfConnection, ticketIdOfRef } from './service-now-refs';

interface AccessDeps {
  readonly jira: Pick<DeskAccess, 'canAdministerSite'>;
  readonly api: Pick<JiraApi, 'readMyselfAsViewer'>;
  readonly connections: Pick<ServiceNowConnections, 'read'>;
  readonly tickets: Pick<ScoreStore, 'readTicketPlace'>;
}

/** Which ServiceNow desks the person may see, by their keys. */
type Sight = (deskKey: string) => boolean;

const EVERY_DESK: Sight = () => true;
const NO_DESK: Sight = () => false;
const NOT_YOURS: Result<never> = err({ kind: 'not-found-or-not-permitted' });

const myselfSchema = z.object({
  groups: z.object({ items: z.array(z.object({ groupId: z.string().nullish() })) }).nullish(),
});

/**
 * ServiceNow knows none of Jira's people, so Jira says who they are: its administrators see every desk, and
 * administer it; members of the connection's groups see its desks. Desks that stayed when their instance was
 * disconnected are for administrators alone.
 */
export function createServiceNowDeskAccess(deps: AccessDeps): DeskAccess {
  const { jira, tickets } = deps;

  const administers = async (): Promise<Result<boolean>> => {
    const asked = await jira.canAdministerSite();
    if (asked.ok) return ok(true);
    return asked.error.kind === 'not-found-or-not-permitted' ? ok(false) : asked;
  };
  const readSight = async (): Promise<Result<Sight>> => {
    const asAdministrator = await administers();
    if (!asAdministrator.ok) return asAdministrator;
    return asAdministrator.value ? ok(EVERY_DESK) : sightOfMember(deps);
  };
  const viewDesk = async (deskKey: string): Promise<Result<DeskRef>> => {
    const sees = await readSight();
    if (!sees.ok) return sees;
    return sees.value(deskKey)
      ? ok({ deskId: serviceNowDeskId(deskKey), key: deskKey })
      : NOT_YOURS;
  };
  const viewTicket = async (ref: string): Promise<Result<ViewedTicket>> => {
    const sees = await readSight();
    if (!sees.ok) return sees;
    // Nothing is read for those who see no desk at all.
    if (sees.value === NO_DESK) return NOT_YOURS;
    const ticketId = ticketIdOfRef(ref);
    const place = await tickets.readTicketPlace(ticketId);
    const key = place === null ? null : deskKeyOfId(place.deskId);
    if (place === null || key === null || !sees.value(key)) return NOT_YOURS;
    return ok({ desk: { deskId: place.deskId, key }, ticketId, openedAt: place.openedAt });
  };

  return {
    canViewDesk: ({ idOrKey }) => viewDesk(idOrKey),
    canViewTicket: ({ idOrKey }) => viewTicket(idOrKey),

    async readTicketRoles({ idOrKey }) {
      const ticket = await viewTicket(idOrKey);
      if (!ticket.ok) return ticket;
      const asAdministrator = await administers();
      if (!asAdministrator.ok) return asAdministrator;
      const roles = { isProjectAdministrator: asAdministrator.value, isAgent: false };
      return ok({ ticket: ticket.value, roles });
    },

    async readViewableDesks() {
      const sees = await readSight();
      if (!sees.ok) return sees;
      return ok({
        includes: (deskId) => {
          const key = deskKeyOfId(deskId);
          return key !== null && sees.value(key);
        },
      });
    },

    async canAdministerDesk({ idOrKey }) {
      const asked = await jira.canAdministerSite();
      return asked.ok ? ok({ deskId: serviceNowDeskId(idOrKey), key: idOrKey }) : asked;
    },

    canAdministerSite: () => jira.canAdministerSite(),
  };
}

async function sightOfMember({ api, connections }: AccessDeps): Promise<Result<Sight>> {
  const connection = await connections.read();
  if (connection === null || connection.viewerGroups.length === 0) return ok(NO_DESK);
  const myself = await parseResponse(await api.readMyselfAsViewer(), myselfSchema);
  if (!myself.ok) {
    return myself.error.kind === 'not-found-or-not-permitted' ? ok(NO_DESK) : myself;
  }
  const own = myself.value.groups?.items.map(({ groupId }) => groupId) ?? [];
  const isMember = connection.viewerGroups.some(({ groupId }) => own.includes(groupId));
  return ok(isMember ? (key) => isDeskOfConnection(key, connection.connectionId) : NO_DESK);
}
