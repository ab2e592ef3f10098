import type { SurfaceSite } from '../browser/surfaces';
import { ticketOf } from '../browser/ticket-of';
import { demoAccounts } from '../demo/accounts';
import { DEMO_DESKS } from '../demo/desk-model';
import { PROJECT_ADMIN_ID, SITE_ADMIN_ID } from '../demo/play/demo-site';
import type { JiraSite } from '../jira/site';

/** The first desk of the demo, to be looked at. */
export function demoSite(site: JiraSite, origin: string): SurfaceSite {
  const [desk, otherDesk] = DEMO_DESKS.map(({ key }) => key);
  const accounts = demoAccounts();
  const idOf = (isWanted: (account: (typeof accounts)[number]) => boolean): string => {
    const account = accounts.find(isWanted);
    if (account === undefined) throw new Error('The demo lacks one of the people to look with');
    return account.accountId;
  };
  const project = desk ?? '';
  return {
    origin,
    project,
    people: {
      agent: idOf(({ deskKey }) => deskKey === project),
      otherAgent: idOf(({ deskKey }) => deskKey === otherDesk),
      projectAdmin: PROJECT_ADMIN_ID,
      siteAdmin: SITE_ADMIN_ID,
      customer: idOf(({ accountType }) => accountType === 'customer'),
    },
    ticketOf: (outcome) => ticketOf(site, project, outcome),
  };
}
