import { z } from 'zod';

import { authenticatePush, type PushRefusal } from '../usecases/authenticate-push';
import type { Deps } from '../usecases/deps';
import { receivePush } from '../usecases/receive-push';
import { bytesOf } from './body-bytes';
import { readProof, type Headers } from './sender-proof';
import { answer, refusalAnswer, type WebTriggerResponse } from './telemetry-answer';
import { answerPost, nameOf } from './web-request';

const changeSchema = z.object({
  sys_id: z.string().regex(/^[0-9a-f]{32}$/, 'a sys_id, 32 hex digits'),
  operation: z.enum(['insert', 'update', 'delete']),
});

type PushDeps = Pick<
  Deps,
  'connections' | 'pushSecrets' | 'credentials' | 'queue' | 'digest' | 'clock' | 'log'
>;

/**
 * A change that a Business Rule of the connected instance tells of. Without one, and for everybody who cannot
 * sign as it does, nothing happens.
 */
export const createPushHandler =
  (deps: PushDeps) =>
  (payload: unknown): Promise<WebTriggerResponse> =>
    answerPost(
      payload,
      (headers, body) => receive(deps, headers, body),
      (error) => {
        deps.log.error('push.not-taken', { error: nameOf(error) });
      },
    );

async function receive(
  deps: PushDeps,
  headers: Headers,
  body: string,
): Promise<WebTriggerResponse> {
  const proof = readProof(headers, bytesOf(body) ?? new Uint8Array());
  if ('remedy' in proof) return refusalAnswer({ status: 401, ...proof });
  if (proof.kind !== 'signature') return refusalAnswer(REFUSALS.unproved);
  const authenticated = await authenticatePush(deps, proof);
  if (!authenticated.ok) return refusalAnswer(REFUSALS[authenticated.refusal]);
  const change = changeSchema.safeParse(parseJson(body));
  if (!change.success) {
    const [issue] = change.error.issues;
    const field = issue?.path.join('.') || 'body';
    return refusalAnswer({ status: 400, field, remedy: issue?.message ?? 'JSON of a change' });
  }
  try {
    await receivePush(deps, { ticketId: `servicenow:${change.data.sys_id}` });
  } catch (error) {
    // What was not taken is no replay when it comes again.
    await deps.credentials.forgetOnce(authenticated.onceKey);
    throw error;
  }
  return answer(202, { accepted: 1 });
}

const REFUSALS: Readonly<
  Record<PushRefusal, { readonly status: number; readonly field: string; readonly remedy: string }>
> = {
  // Told like a wrong secret: nobody learns here whether an instance is connected.
  'not-connected': {
    status: 401,
    field: 'X-Firstline-Signature',
    remedy: 'a signature by the secret that was issued for this connection',
  },
  unproved: {
    status: 401,
    field: 'X-Firstline-Signature',
    remedy: 'a signature by the secret that was issued for this connection',
  },
  stale: {
    status: 401,
    field: 'X-Firstline-Timestamp',
    remedy: 'the time of sending in seconds since 1970, at most 5 minutes away from ours',
  },
  replayed: {
    status: 401,
    field: 'X-Firstline-Signature',
    remedy: 'this very request has come before: sign each one anew, with the time of sending',
  },
  'too-many': {
    status: 429,
    field: 'connection',
    remedy: 'send nothing for a minute: what changed meanwhile is asked for',
  },
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
