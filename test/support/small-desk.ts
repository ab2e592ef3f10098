import type { ManualClock } from '../../sandbox/clock';
import { createJiraSite, type JiraSite } from '../../sandbox/jira/site';

/** A desk IT with an agent, a customer, a bot and a rule; no limits. */
export function aSmallDesk(clock: ManualClock): JiraSite {
  const site = createJiraSite({
    clock,
    cloudId: 'c',
    baseUrl: 'https://desk.atlassian.net',
    appAccountId: 'app',
    timeZone: 'UTC',
    limits: { pointsPerHour: Infinity, burstPerSecond: {}, burstOverrides: {}, issueWrites: [] },
  });
  site.addUser({ accountId: 'agent', accountType: 'atlassian', displayName: 'Agent' });
  site.addUser({ accountId: 'customer', accountType: 'customer', displayName: 'Customer' });
  for (const id of ['bot', 'rule'])
    site.addUser({ accountId: id, accountType: 'app', displayName: id });
  site.addProject({
    key: 'IT',
    name: 'IT',
    id: '10000',
    requestTypes: [{ name: 'VPN', issueType: 'Service Request' }],
    agents: ['agent', 'bot', 'rule'],
    admins: [],
    customers: ['customer'],
  });
  const field = {
    moduleKey: 'ai-outcome',
    key: 'ai-outcome',
    name: 'AI outcome',
    type: 'string' as const,
  };
  site.installAppModules({ fields: [field], properties: [] });
  return site;
}
