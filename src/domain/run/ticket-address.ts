/** As an instance gives it, or with the prefix by which the app itself calls such a ticket. */
const SYS_ID = /^(?:servicenow:)?([0-9a-f]{32})$/i;

/**
 * What a ticket is found by: its id (`jira:<id>`, `servicenow:<sys_id>`) for the id that its desk gave it, else
 * its key or number in upper case.
 *
 * @param ticketRef - as a run names it
 */
export function ticketAddressOf(ticketRef: string): string {
  const sysId = SYS_ID.exec(ticketRef)?.[1];
  if (sysId !== undefined) return `servicenow:${sysId.toLowerCase()}`;
  return /^\d+$/.test(ticketRef) ? `jira:${ticketRef}` : ticketRef.toUpperCase();
}
