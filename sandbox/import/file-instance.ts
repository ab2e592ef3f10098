import { askApp } from '../ask-app';
import type { SandboxClock } from '../clock';
import type { ServiceNowInstance } from '../servicenow/instance';
import { createServiceNowInstance } from '../servicenow/instance';
import type { ForgeHost } from '../forge/host';

/** The desk that an instance filled from a file is. */
export const FILE_INSTANCE_DESK = 'sn-filled';

const CONNECTION = {
  userName: 'firstline.integration',
  clientId: '3c0f6a1b9d2e4c57a8b1f0e2d3c4b5a6',
  clientSecret: 'of-a-file-and-of-nothing-else',
} as const;

/** An empty instance to be filled, with a client for the app. */
export function createFileInstance(clock: SandboxClock): ServiceNowInstance {
  const instance = createServiceNowInstance({ clock, host: 'filled.service-now.com' });
  const { userName, clientId, clientSecret } = CONNECTION;
  instance.addUser({ userName, name: 'Firstline', roles: ['itil'], isIntegration: true });
  instance.addOAuthClient({ clientId, clientSecret, userName });
  return instance;
}

/** What an administrator does: connects it, and says what those users are that the file's reader named. */
export async function connectFileInstance(
  host: ForgeHost,
  instance: ServiceNowInstance,
  actors: {
    /** By user_name. */
    readonly kinds: ReadonlyMap<string, 'ai-agent' | 'automation'>;
    readonly administrator: string;
  },
): Promise<void> {
  const { administrator, kinds } = actors;
  const { userName, clientId, clientSecret } = CONNECTION;
  const credentials = { kind: 'oauth', clientId, clientSecret } as const;
  const { isConnected, checks } = await askApp(
    host,
    'connectServiceNow',
    { address: `https://${instance.host}`, hasOwnDomain: false, userName, credentials },
    administrator,
  );
  if (!isConnected) {
    const failed = checks.filter(({ status }) => status === 'failed');
    throw new Error(`connectServiceNow: ${JSON.stringify(failed)}`);
  }
  if (kinds.size === 0) return;
  const entries = [...kinds].map(([name, kind]) => ({
    accountId: `servicenow:${name}`,
    kind,
    name: kind === 'ai-agent' ? name.slice(0, 64) : null,
    vendor: null,
  }));
  await askApp(host, 'saveActors', { actors: entries }, administrator);
}
