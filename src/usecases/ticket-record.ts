import type { TicketRecord } from '../contract';
import { sourceOf } from '../domain/timeline/source';
import type { Deps } from './deps';

/** Address of the instance that a desk's tickets are on; null for Jira's, and once it is disconnected. */
export async function readOrigin(
  { connections }: Pick<Deps, 'connections'>,
  deskId: string,
): Promise<string | null> {
  return sourceOf(deskId) === 'servicenow' ? ((await connections.read())?.origin ?? null) : null;
}

/** How ServiceNow calls a ticket, and where it shows it; null for an issue of Jira. */
export function recordOf(
  origin: string | null,
  ticketId: string,
  ticketKey: string | null,
): TicketRecord | null {
  if (sourceOf(ticketId) !== 'servicenow') return null;
  const sysId = ticketId.slice('servicenow:'.length);
  const page = encodeURIComponent(`incident.do?sys_id=${sysId}`);
  return {
    number: ticketKey ?? sysId,
    url: origin === null ? null : `${origin}/nav_to.do?uri=${page}`,
  };
}
