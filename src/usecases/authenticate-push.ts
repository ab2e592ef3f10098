import { isFresh, SIGNATURE_REMEMBERED_MS, type Proof } from './authenticate-sender';
import type { Deps } from './deps';

/** How an instance proves that a change is its own: the signature that telemetry takes, too. */
export type PushProof = Extract<Proof, { readonly kind: 'signature' }>;

export type PushRefusal = 'not-connected' | 'stale' | 'unproved' | 'replayed' | 'too-many';

/** Changes that one instance may push in a minute; the poll finds the others. */
const PUSHES_PER_MINUTE = 300;

/**
 * Is this a change that the connected instance pushes, and for the first time? The credential's id is the
 * connection's.
 *
 * @returns the key by which it is remembered, or why it is not taken
 */
export async function authenticatePush(
  deps: Pick<Deps, 'connections' | 'pushSecrets' | 'credentials' | 'digest' | 'clock'>,
  proof: PushProof,
): Promise<
  | { readonly ok: true; readonly onceKey: string }
  | { readonly ok: false; readonly refusal: PushRefusal }
> {
  const now = deps.clock.now();
  if (!isFresh(proof.timestamp, now)) return { ok: false, refusal: 'stale' };
  const connection = await deps.connections.read();
  const secret =
    connection === null ? null : await deps.pushSecrets.readPushSecret(connection.connectionId);
  const wanted = deps.digest.hmacSha256(secret?.secret ?? '', [`${proof.timestamp}.`, proof.body]);
  const isSame = deps.digest.areSame(wanted, proof.signature);
  if (connection === null) return { ok: false, refusal: 'not-connected' };
  if (secret === null || !isSame || proof.credentialId !== connection.connectionId) {
    return { ok: false, refusal: 'unproved' };
  }
  const allowance = await deps.credentials.takeFromAllowance(`push-${connection.connectionId}`, {
    now,
    perMinute: PUSHES_PER_MINUTE,
  });
  if (!allowance.isTaken) return { ok: false, refusal: 'too-many' };
  const onceKey = `signature:${connection.connectionId}:${proof.signature}`;
  const isFirst = await deps.credentials.rememberOnce(onceKey, SIGNATURE_REMEMBERED_MS);
  return isFirst ? { ok: true, onceKey } : { ok: false, refusal: 'replayed' };
}
