const SYS_ID = /^[0-9a-f]{32}$/i;

/**
 * What a ticket is found by: its id (`jira:<id>`, `servicenow:<sys_id>`) for the id that its desk gave it, else
 * its key or number in upper case.
 *
 * @param ticketRef - as a run names it
 */
export function ticketAddressOf(ticketRef: string): string {
  if (SYS_ID.test(ticketRef)) return `servicenow:${ticketRef.toLowerCase()}`;
  return /^\d+$/.test(ticketRef) ? `jira:${ticketRef}` : ticketRef.toUpperCase();
}
