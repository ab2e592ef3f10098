import type { ManualClock } from '../../sandbox/clock';
import {
  createServiceNowInstance,
  type ServiceNowInstance,
} from '../../sandbox/servicenow/instance';
import type { ConnectServiceNowInput } from '../../src/contract';
import { anAppWorld, HOUR, installed, MONDAY, type AppWorld } from './app-world';

export const HOST = 'acme.service-now.com';
export const OTHER_HOST = 'other.service-now.com';
export const CLIENT_SECRET = 'planted-client-secret';
export const PASSWORD = 'planted-password';

export interface InstanceWorld extends AppWorld {
  readonly instance: ServiceNowInstance;
  /** All that the app and the platform have logged. */
  readonly lines: readonly string[];
}

/** What an administrator types. */
export const CONNECT: ConnectServiceNowInput = {
  address: HOST,
  hasOwnDomain: false,
  userName: 'firstline',
  credentials: { kind: 'oauth', clientId: 'client', clientSecret: CLIENT_SECRET },
};
export const WITH_PASSWORD: ConnectServiceNowInput = {
  ...CONNECT,
  credentials: { kind: 'basic', password: PASSWORD },
};

/** An installed app, and an instance with three incidents that nobody has connected yet. */
export async function anInstanceWorld(): Promise<InstanceWorld> {
  const lines: string[] = [];
  const world = await installed(
    await anAppWorld({
      serviceNow: (clock) => [anInstance(clock, HOST), anInstance(clock, OTHER_HOST)],
      onLog: ({ text }) => lines.push(text),
    }),
  );
  const [instance] = world.serviceNow;
  if (instance === undefined) throw new Error('The world has no instance');
  return { ...world, instance, lines };
}

function anInstance(clock: ManualClock, host: string): ServiceNowInstance {
  const instance = createServiceNowInstance({ clock, host });
  for (const name of ['Service Desk', 'Network']) instance.addGroup({ name });
  for (const userName of ['beth', 'abel']) instance.addUser({ userName, name: userName });
  instance.addUser({
    userName: 'firstline',
    name: 'Firstline',
    password: PASSWORD,
    roles: ['itil'],
    isIntegration: true,
  });
  instance.addUser({ userName: 'atlas.bot', name: 'Atlas', isIntegration: true });
  instance.addOAuthClient({
    clientId: 'client',
    clientSecret: CLIENT_SECRET,
    userName: 'firstline',
  });
  instance.addChoice('state', '9', 'Awaiting Vendor');
  instance.addField('u_ai_outcome');
  for (const [index, by] of ['atlas.bot', 'beth', 'atlas.bot'].entries()) {
    const openedMs = MONDAY - (index + 2) * 24 * HOUR;
    instance.importIncident({
      number: `INC000000${String(index + 1)}`,
      created: {
        atMs: openedMs,
        by: 'abel',
        values: {
          state: '1',
          category: 'network',
          caller_id: 'abel',
          short_description: 'VPN is down',
          assignment_group: 'Service Desk',
        },
      },
      updates: [
        { atMs: openedMs + HOUR, by, values: { comments: 'Try again', state: '2' } },
        {
          atMs: openedMs + 2 * HOUR,
          by,
          values: { state: '6', close_code: 'Solved (Permanently)' },
        },
      ],
    });
  }
  return instance;
}
