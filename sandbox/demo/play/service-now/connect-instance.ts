import { askApp } from '../../../ask-app';
import type { SiteGroup } from '../../../jira/model';
import type { ServiceNowInstance } from '../../../servicenow/instance';
import type { World } from '../../../world';
import { AgentTelemetry } from '../agent-telemetry';
import { SITE_ADMIN_ID } from '../demo-site';
import { BusinessRule } from './business-rule';
import { DEMO_CONNECTION, DEMO_INSTANCE_DESK, VERDICT_FIELD } from './demo-instance';
import { INCIDENT_AGENT } from './incident-people';
import { incidentPolicy } from './incident-policy';

/**
 * What an administrator does once: connects the instance, maps it, and lets it push its changes.
 *
 * @param viewers - who of Jira's people sees the desk
 */
export async function connectInstance(
  { host, clock }: World,
  instance: ServiceNowInstance,
  viewers: SiteGroup,
): Promise<BusinessRule> {
  const { userName, clientId, clientSecret } = DEMO_CONNECTION;
  const credentials = { kind: 'oauth', clientId, clientSecret } as const;
  const connecting = await askApp(
    host,
    'connectServiceNow',
    { address: `https://${instance.host}`, hasOwnDomain: false, userName, credentials },
    SITE_ADMIN_ID,
  );
  if (!connecting.isConnected) {
    const failed = connecting.checks.filter(({ status }) => status === 'failed');
    throw new Error(`connectServiceNow: ${JSON.stringify(failed)}`);
  }
  const { connection } = await askApp(host, 'readServiceNow', {}, SITE_ADMIN_ID);
  if (connection === null) throw new Error('The instance is not connected');
  await askApp(
    host,
    'saveServiceNowMapping',
    {
      mapping: { ...connection.mapping, verdictField: VERDICT_FIELD, writesWorkNotes: true },
      viewerGroups: [{ groupId: viewers.id, name: viewers.name }],
      basedOnVersion: connection.version,
    },
    SITE_ADMIN_ID,
  );
  const { secret } = await askApp(host, 'issueServiceNowPushSecret', {}, SITE_ADMIN_ID);
  const connectionId = DEMO_INSTANCE_DESK.replace(/^sn-/, '');
  return new BusinessRule(instance, { host, clock }, { connectionId, secret });
}

/** And says which of its users is the AI agent. */
export const registerIncidentAgent = ({ host }: World): Promise<unknown> => {
  const { userName, name, vendor } = INCIDENT_AGENT;
  const accountId = `servicenow:${userName}`;
  return askApp(
    host,
    'registerActor',
    { accountId, actorId: null, kind: 'ai-agent', name, vendor },
    SITE_ADMIN_ID,
  );
};

/** With a credential of its own. */
export async function connectIncidentAgent({ host }: World): Promise<AgentTelemetry> {
  const { token } = await askApp(
    host,
    'createCredential',
    {
      agentId: `servicenow:${INCIDENT_AGENT.userName}`,
      label: 'Exporter of the demo, on ServiceNow',
      traceUrlTemplate: 'https://traces.example.com/{traceId}',
    },
    SITE_ADMIN_ID,
  );
  if (token === null) throw new Error('createCredential: the app gives no token');
  return new AgentTelemetry(host, INCIDENT_AGENT, token);
}

export const publishIncidentPolicy = ({ host }: World): Promise<unknown> =>
  askApp(
    host,
    'publishEscalationPolicy',
    {
      project: DEMO_INSTANCE_DESK,
      policy: incidentPolicy(),
      reason: 'Low confidence goes to second line',
      basedOnVersion: 0,
      restoredFrom: null,
    },
    SITE_ADMIN_ID,
  );
