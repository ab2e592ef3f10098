/**
 * What a ticket is found by: `jira:<id>` for an issue's numeric id, else its key in upper case.
 *
 * @param ticketRef - as a run names it
 */
export const ticketAddressOf = (ticketRef: string): string =>
  /^\d+$/.test(ticketRef) ? `jira:${ticketRef}` : ticketRef.toUpperCase();
