import type { JiraSite } from '../jira/site';

/** The ticket of a desk that changed last among those with this outcome in their tag; its key. */
export function ticketOf(site: JiraSite, project: string, outcome: string): string {
  const jql = `project = ${project} AND aiOutcome = "${outcome}" ORDER BY updated DESC`;
  const asAdmin = site.reading
    .listUsers()
    .find(({ accountId }) => site.reading.isSiteAdmin(accountId));
  if (asAdmin === undefined) throw new Error('The site has no administrator: addSiteAdmin first');
  const search = { jql, accountId: asAdmin.accountId };
  const [ticket] = site.reading.search(search, { startAt: 0, limit: 1 }).issues;
  if (ticket === undefined) throw new Error(`No ticket of ${project} is ${outcome}`);
  return ticket.key;
}
