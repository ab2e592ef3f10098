import type { ServiceNowConnection } from '../../../ports/service-now-connections';
import { serviceNowDeskId, serviceNowDeskKey } from '../../../ports/service-now-connections';
import type { SourceDesk } from '../../../ports/ticket-source';
import type { IncidentHistory } from './incident-records';
import { incidentUpdates } from './incident-updates';

/** The desks of a connection: the whole instance, or one for each group that was chosen. */
export function desksOf({
  connectionId,
  timeZone,
  mapping,
}: ServiceNowConnection): readonly SourceDesk[] {
  const desk = (groupSysId: string | null, name: string): SourceDesk => {
    const key = serviceNowDeskKey(connectionId, groupSysId);
    return { deskId: serviceNowDeskId(key), key, name, timeZone };
  };
  if (mapping.groups.length === 0) return [desk(null, connectionId)];
  return mapping.groups.map(({ sysId, name }) => desk(sysId, `${connectionId}: ${name}`));
}

/**
 * The desk that an incident belongs to: the instance's, or that of the first group with a desk that it
 * was ever assigned to. It stays there when others take it, or escalations would leave the desk's count.
 *
 * @returns null when it never was with one of the groups
 */
export function deskOfIncident(
  history: IncidentHistory,
  { connectionId, mapping }: ServiceNowConnection,
): string | null {
  const deskId = (groupSysId: string | null): string =>
    serviceNowDeskId(serviceNowDeskKey(connectionId, groupSysId));
  if (mapping.groups.length === 0) return deskId(null);
  const groups = new Set(mapping.groups.map(({ sysId }) => sysId));
  for (const { after } of incidentUpdates(history)) {
    if (after.assignmentGroup !== null && groups.has(after.assignmentGroup)) {
      return deskId(after.assignmentGroup);
    }
  }
  return null;
}
