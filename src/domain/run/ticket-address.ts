/** A whole id of ours, as the app itself names a ticket of ServiceNow. */
const OWN_ID = /^servicenow:[0-9a-f]{32}$/;

/**
 * What a ticket is found by: `jira:<id>` for an issue's numeric id, `servicenow:<sys_id>` as it is, else
 * its key in upper case.
 *
 * @param ticketRef - as a run names it
 */
export function ticketAddressOf(ticketRef: string): string {
  if (OWN_ID.test(ticketRef)) return ticketRef;
  return /^\d+$/.test(ticketRef) ? `jira:${ticketRef}` : ticketRef.toUpperCase();
}
