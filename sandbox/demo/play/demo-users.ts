import type { ShellUser } from '../../shell/shell-api';
import { demoAccounts } from '../accounts';
import { DEMO_DESKS } from '../desk-model';
import { LEAD_ID, PROJECT_ADMIN_ID, SITE_ADMIN_ID } from './demo-site';

/** People of the demo to look over the shoulder of: those who may see a desk, and those who may not. */
export function demoUsers(): readonly ShellUser[] {
  const accounts = demoAccounts();
  const agents = DEMO_DESKS.flatMap(({ key, name }) => {
    const agent = accounts.find(({ deskKey }) => deskKey === key);
    return agent === undefined ? [] : [{ ...agent, role: `Agent of ${name}` }];
  });
  const customer = accounts.find(({ accountType }) => accountType === 'customer');
  return [
    ...agents.map(({ accountId, displayName, role }) => ({ accountId, displayName, role })),
    {
      accountId: PROJECT_ADMIN_ID,
      displayName: 'Project administrator',
      role: 'Administers both desks',
    },
    { accountId: LEAD_ID, displayName: 'Plant support lead', role: 'Sees the ServiceNow desk' },
    { accountId: SITE_ADMIN_ID, displayName: 'Site administrator', role: 'Administers Jira' },
    ...(customer === undefined
      ? []
      : [{ accountId: customer.accountId, displayName: customer.displayName, role: 'Customer' }]),
  ];
}
