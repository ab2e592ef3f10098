import { createHmac } from 'node:crypto';

import { askApp } from '../../sandbox/ask-app';
import type { WebTriggerReply } from '../../sandbox/forge/host-types';
import { OPEN_POLICY } from '../../src/domain/escalation/policy';
import { epochMs } from '../../src/domain/time';
import { BOT, SITE_ADMIN, type AppWorld } from './app-world';
import { changeDesk } from './stored';

/** Tickets are known at once. */
export const EXACT_DELIVERY = { duplicateShare: 0, lateShare: 0, usualLagMs: 0 };

/** What a sender is given when its credential is made. */
export interface SenderCredential {
  readonly credentialId: string;
  readonly secret: string;
  /** `<id>.<secret>` */
  readonly token: string;
}

export interface SentRequest {
  readonly method?: string;
  /** Behind the address. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export async function aCredential(world: AppWorld, agentId = BOT): Promise<SenderCredential> {
  const issued = await askApp(
    world.host,
    'createCredential',
    { agentId, label: 'Test', traceUrlTemplate: null },
    SITE_ADMIN,
  );
  return credentialOf(issued);
}

export async function changeCredential(
  world: AppWorld,
  credentialId: string,
  action: 'rotate' | 'revoke',
): Promise<SenderCredential> {
  const payload = { credentialId, action };
  return credentialOf(await askApp(world.host, 'changeCredential', payload, SITE_ADMIN));
}

const credentialOf = (issued: {
  readonly credentialId: string;
  readonly token: string | null;
}): SenderCredential => ({
  credentialId: issued.credentialId,
  secret: issued.token?.split('.')[1] ?? '',
  token: issued.token ?? '',
});

export const bearer = ({ token }: SenderCredential): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${token}`,
});

/** @param atMs when it is signed, by the sender's clock */
export function signed(
  { credentialId, secret }: SenderCredential,
  body: string | Uint8Array,
  atMs: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(atMs / 1_000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  return {
    'X-Firstline-Key': credentialId,
    'X-Firstline-Timestamp': timestamp,
    'X-Firstline-Signature': `v1=${signature}`,
  };
}

/** JSON, posted to the web trigger as the network would. */
export function post(world: AppWorld, request: SentRequest): Promise<WebTriggerReply> {
  const { method = 'POST', path = '/v1/traces', headers = {}, body } = request;
  const all = { 'Content-Type': 'application/json', ...headers };
  return world.host.invokeWebTrigger({
    moduleKey: 'telemetry',
    method,
    path: `${new URL(world.host.webTriggerUrl('telemetry')).pathname}${path}`,
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]])),
    body,
  });
}

/** Status and body, of a reply that is JSON. */
export const told = ({ statusCode, body }: WebTriggerReply) => ({
  status: statusCode,
  body: JSON.parse(body) as unknown,
});

/** From now on the desk hands off below 80 % of confidence. */
export const setThreshold = (world: AppWorld, confidenceThreshold = 0.8): Promise<void> =>
  changeDesk(world, 'IT', (desk) => ({
    ...desk,
    escalation: {
      version: 1,
      since: epochMs(0),
      policy: { ...OPEN_POLICY, fallback: { ...OPEN_POLICY.fallback, confidenceThreshold } },
    },
  }));
