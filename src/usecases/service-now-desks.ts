import { serviceNowDeskKey } from '../ports/service-now-connections';
import type { ServiceNowConnection } from '../ports/service-now-connections';
import type { DeskRow } from '../ports/score-store';

/** A desk that the mapping asks for. */
export interface MappedDesk {
  readonly deskKey: string;
  /** null: the whole instance. */
  readonly groupName: string | null;
}

/** One for each group, else one for the whole instance. */
export function mappedDesks({
  connectionId,
  mapping,
}: Pick<ServiceNowConnection, 'connectionId' | 'mapping'>): readonly MappedDesk[] {
  if (mapping.groups.length === 0) {
    return [{ deskKey: serviceNowDeskKey(connectionId, null), groupName: null }];
  }
  return mapping.groups.map(({ sysId, name }) => ({
    deskKey: serviceNowDeskKey(connectionId, sysId),
    groupName: name,
  }));
}

/** Whether anything is still read for a desk: not once its instance is gone, or it is being deleted. */
export function isRead(
  { source, key, isLeaving }: Pick<DeskRow, 'source' | 'key' | 'isLeaving'>,
  connection: ServiceNowConnection | null,
): boolean {
  if (isLeaving) return false;
  if (source !== 'servicenow') return true;
  return connection !== null && mappedDesks(connection).some(({ deskKey }) => deskKey === key);
}
