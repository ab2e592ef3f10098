import type { JiraSite } from '../jira/site';

/** Who works on every desk of a site that was filled from a file, and who administers it. */
export const FILE_AGENT = { accountId: '5f0000000000000000aa0001', displayName: 'Agent' } as const;
export const FILE_ADMIN = {
  accountId: '5f0000000000000000aa0002',
  displayName: 'Administrator',
} as const;

export function addDeskPeople(site: JiraSite): void {
  for (const person of [FILE_AGENT, FILE_ADMIN])
    site.addUser({ ...person, accountType: 'atlassian' });
  site.addSiteAdmin(FILE_ADMIN.accountId);
}
