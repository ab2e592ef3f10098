import type { SiteGroup } from '../../jira/model';
import type { AppModules } from '../../jira/setup';
import type { JiraSite } from '../../jira/site';
import { demoAccounts, STRANGER_ACCOUNT_ID } from '../accounts';
import { DEMO_DESKS } from '../desk-model';
import { demoGroups } from './demo-groups';

const ISSUE_TYPE = 'Service Request';

/** People of the demo's site who look at more than one desk, or should not. */
export const SITE_ADMIN_ID = '5f0000000000000000d00001';
export const PROJECT_ADMIN_ID = '5f0000000000000000d00002';

/** Looks after the desk on ServiceNow; on Jira, she is in a group that may see its figures. */
export const LEAD_ID = '5f0000000000000000d00003';
const LEADS_GROUP = 'ServiceNow desk leads';

export const STRANGER = {
  accountId: STRANGER_ACCOUNT_ID,
  accountType: 'atlassian',
  displayName: 'Former agent',
} as const;

/**
 * Accounts, desks and request types of the demo, as an administrator would have set them up.
 *
 * @returns the group that sees the desk on ServiceNow
 */
export function setUpDemoSite(site: JiraSite, modules: AppModules): SiteGroup {
  const accounts = demoAccounts();
  for (const account of accounts) site.addUser(account);
  site.addUser({
    accountId: SITE_ADMIN_ID,
    accountType: 'atlassian',
    displayName: 'Site administrator',
  });
  site.addUser({
    accountId: PROJECT_ADMIN_ID,
    accountType: 'atlassian',
    displayName: 'Project administrator',
  });
  site.addUser({ accountId: LEAD_ID, accountType: 'atlassian', displayName: 'Plant support lead' });
  site.addSiteAdmin(SITE_ADMIN_ID);
  // Works on every desk, and has left: the player brings the account back for each act.
  site.addUser(STRANGER);
  const idsOf = (isWanted: (account: (typeof accounts)[number]) => boolean): readonly string[] =>
    accounts.filter(isWanted).map(({ accountId }) => accountId);
  for (const desk of DEMO_DESKS) {
    site.addProject({
      key: desk.key,
      name: desk.name,
      requestTypes: desk.requestTypes.map(({ name }) => ({ name, issueType: ISSUE_TYPE })),
      agents: [
        ...idsOf(({ deskKey }) => deskKey === desk.key),
        ...idsOf(({ accountType }) => accountType === 'app'),
        PROJECT_ADMIN_ID,
        SITE_ADMIN_ID,
        STRANGER.accountId,
      ],
      admins: [PROJECT_ADMIN_ID, SITE_ADMIN_ID],
      customers: idsOf(({ accountType }) => accountType === 'customer'),
    });
  }
  for (const { name, members } of demoGroups()) site.addGroup({ name, members });
  const leads = site.addGroup({ name: LEADS_GROUP, members: [LEAD_ID, PROJECT_ADMIN_ID] });
  site.removeUser(STRANGER.accountId);
  site.installAppModules(modules);
  return leads;
}
