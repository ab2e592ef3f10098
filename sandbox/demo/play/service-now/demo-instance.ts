import type { SandboxClock } from '../../../clock';
import { createServiceNowInstance, type ServiceNowInstance } from '../../../servicenow/instance';
import { INCIDENT_AGENT, incidentPeople, INCIDENT_TEAMS, INSTANCE_USER } from './incident-people';

export const DEMO_INSTANCE_HOST = 'acme.service-now.com';
/** How the app calls the desk that an instance of this host is. */
export const DEMO_INSTANCE_DESK = 'sn-acme';
export const VERDICT_FIELD = 'u_ai_outcome';

/** What the instance's administrator gave to Jira's. */
export const DEMO_CONNECTION = {
  userName: 'firstline.integration',
  clientId: '9f1c5d2e7ab84e0f8a3b6c1d2e4f5a60',
  clientSecret: 'of-the-demo-and-of-nothing-else',
} as const;

/** An instance with the demo's people and teams, a field for verdicts, and a client for the app. */
export function createDemoInstance(clock: SandboxClock, timeZone: string): ServiceNowInstance {
  const instance = createServiceNowInstance({ clock, host: DEMO_INSTANCE_HOST, timeZone });
  for (const person of incidentPeople()) instance.addUser(person);
  for (const name of INCIDENT_TEAMS) instance.addGroup({ name });
  const { userName, clientId, clientSecret } = DEMO_CONNECTION;
  instance.addUser({ userName: INSTANCE_USER, name: 'System', isIntegration: true });
  instance.addUser({
    userName: INCIDENT_AGENT.userName,
    name: INCIDENT_AGENT.name,
    isIntegration: true,
  });
  instance.addUser({ userName, name: 'Firstline', roles: ['itil'], isIntegration: true });
  instance.addOAuthClient({ clientId, clientSecret, userName });
  instance.addField(VERDICT_FIELD);
  return instance;
}
