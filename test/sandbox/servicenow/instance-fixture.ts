import { ManualClock } from '../../../sandbox/clock';
import {
  createServiceNowInstance,
  type ServiceNowInstance,
  type ServiceNowInstanceOptions,
} from '../../../sandbox/servicenow/instance';

export const START_MS = Date.parse('2026-03-02T09:00:00Z');
const HOST = 'acme.service-now.com';

type Json = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** Records of a list. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

export interface InstanceFixture {
  readonly clock: ManualClock;
  readonly instance: ServiceNowInstance;
  /** Asks as the integration user. */
  readonly get: (path: string, parameters?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly patch: (sysId: string, values: Json) => Promise<Answer>;
}

/** An instance with a group, an agent, a caller and the user as whom the app signs in. */
export function anInstance(options: Partial<ServiceNowInstanceOptions> = {}): InstanceFixture {
  const clock = new ManualClock(START_MS);
  const instance = createServiceNowInstance({ clock, host: HOST, ...options });
  instance.addGroup({ name: 'Service Desk' });
  instance.addGroup({ name: 'Network' });
  instance.addUser({ userName: 'beth', name: 'Beth Anglin' });
  instance.addUser({ userName: 'abel', name: 'Abel Tuter' });
  instance.addUser({
    userName: 'firstline',
    name: 'Firstline',
    password: 'secret',
    roles: ['itil'],
    isIntegration: true,
  });
  instance.addOAuthClient({ clientId: 'client', clientSecret: 'hush', userName: 'firstline' });
  return {
    clock,
    instance,
    get: (path, parameters = {}) =>
      ask(instance, `${path}?${new URLSearchParams(parameters).toString()}`, { method: 'GET' }),
    patch: (sysId, values) =>
      ask(instance, `/api/now/table/incident/${sysId}`, {
        method: 'PATCH',
        body: JSON.stringify(values),
      }),
  };
}

export const addressOf = (path: string): string => `https://${HOST}${path}`;

export const BASIC = `Basic ${Buffer.from('firstline:secret').toString('base64')}`;

async function ask(instance: ServiceNowInstance, path: string, init: RequestInit): Promise<Answer> {
  const response = await instance.fetch(addressOf(path.replace(/\?$/, '')), {
    ...init,
    headers: { Authorization: BASIC, 'Content-Type': 'application/json' },
  });
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<Answer> {
  const body = (await response.json()) as Json;
  const rows = Array.isArray(body['result']) ? (body['result'] as Answer['rows']) : [];
  return { status: response.status, headers: response.headers, body, rows };
}
