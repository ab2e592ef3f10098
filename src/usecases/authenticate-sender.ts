import { epochMs, HOUR_MS, MINUTE_MS, SECOND_MS, type EpochMs } from '../domain/time';
import type { CredentialSecrets } from '../ports/credential-store';
import type { Digest } from '../ports/digest';
import type { Deps } from './deps';
import type { Sender } from './ingest-telemetry';

/** How a sender says who it is: by its secret itself, or by a signature that only the secret makes. */
export type Proof =
  | { readonly kind: 'secret'; readonly credentialId: string; readonly secret: string }
  | {
      readonly kind: 'signature';
      readonly credentialId: string;
      /** Seconds since 1970, in digits as they were signed. */
      readonly timestamp: string;
      /** 64 hex digits in lower case: HMAC-SHA-256 of timestamp, `.` and body. */
      readonly signature: string;
      /** As it was received. */
      readonly body: Uint8Array;
    };

export interface SenderRefusal {
  /** 401 not proved, 403 proved but not allowed, 429 too often. */
  readonly status: 401 | 403 | 429;
  /** The header at fault, or what of the credential. */
  readonly field: string;
  readonly remedy: string;
  /** Milliseconds; null: later will not help. */
  readonly retryAfterMs: number | null;
}

type AuthDeps = Pick<Deps, 'credentials' | 'settings' | 'digest' | 'clock'>;

/**
 * Whose batch this is. A wrong secret and a credential that never was are told alike.
 *
 * @throws when the store cannot be reached
 */
export async function authenticateSender(
  { credentials, settings, digest, clock }: AuthDeps,
  proof: Proof,
): Promise<
  | {
      readonly ok: true;
      readonly sender: Sender;
      /** By which this very request is remembered; null: it may come again. */
      readonly onceKey: string | null;
    }
  | { readonly ok: false; readonly refusal: SenderRefusal }
> {
  const { credentialId } = proof;
  const now = clock.now();
  if (proof.kind === 'signature' && !isFresh(proof.timestamp, now)) return refuse(STALE);
  const [credential, secrets, actors] = await Promise.all([
    credentials.readCredential(credentialId),
    credentials.readSecrets(credentialId),
    settings.readRegistry(),
  ]);
  // Its secret is gone, so nobody can prove to have had it; who names it has seen it.
  if (credential !== null && credential.revokedAt !== null) return refuse(REVOKED);
  const isProved = proves(digest, proof, secretsInForce(secrets, now));
  if (credential === null || !isProved) return refuse(UNPROVED);

  const { agentId, traceUrlTemplate, batchesPerMinute, lastUsedAt } = credential;
  const allowance = await credentials.takeFromAllowance(credentialId, {
    now,
    perMinute: batchesPerMinute,
  });
  if (!allowance.isTaken) {
    const remedy = `at most ${batchesPerMinute} batches a minute: send larger ones, or later`;
    const { retryAfterMs } = allowance;
    return { ok: false, refusal: { status: 429, field: 'credential', remedy, retryAfterMs } };
  }
  if (!actors.some(({ actorId, kind }) => actorId === agentId && kind === 'ai-agent')) {
    return refuse(UNREGISTERED);
  }
  // Last, so that what is refused for any other reason may be sent again as it is.
  const onceKey =
    proof.kind === 'signature' ? `signature:${credentialId}:${proof.signature}` : null;
  if (onceKey !== null && !(await credentials.rememberOnce(onceKey, SIGNATURE_REMEMBERED_MS))) {
    return refuse(REPLAYED);
  }
  if (lastUsedAt === null || now - lastUsedAt >= HOUR_MS) {
    await credentials.noteUse(credentialId, now);
  }
  return { ok: true, sender: { agentId, traceUrlTemplate }, onceKey };
}

const MOST_SKEW_MS = 5 * MINUTE_MS;
/** A signature is fresh from five minutes before its time to five minutes after it. */
export const SIGNATURE_REMEMBERED_MS = 2 * MOST_SKEW_MS + MINUTE_MS;

const UNPROVED = {
  status: 401,
  field: 'Authorization',
  remedy:
    'the credential, as Bearer <id>.<secret>, Basic <id>:<secret> in base64, or a signature made with its secret',
} as const;
const STALE = {
  status: 401,
  field: 'X-Firstline-Timestamp',
  remedy: 'the time of sending in seconds since 1970, at most 5 minutes away from ours',
} as const;
const REPLAYED = {
  status: 401,
  field: 'X-Firstline-Signature',
  remedy: 'this very request has come before: sign each one anew, with the time of sending',
} as const;
const REVOKED = {
  status: 403,
  field: 'credential',
  remedy: 'it was revoked: ask a Jira administrator for another one',
} as const;
const UNREGISTERED = {
  status: 403,
  field: 'credential',
  remedy: 'its agent is no longer registered as an AI agent: ask a Jira administrator',
} as const;

const refuse = (refusal: Omit<SenderRefusal, 'retryAfterMs'>) =>
  ({ ok: false, refusal: { ...refusal, retryAfterMs: null } }) as const;

/** @param timestamp - seconds since 1970, in digits */
export const isFresh = (timestamp: string, now: EpochMs): boolean =>
  Math.abs(now - epochMs(Number(timestamp) * SECOND_MS)) <= MOST_SKEW_MS;

/** Of what is not there, a text that nobody can send: as much is compared as of what is. */
function secretsInForce(secrets: CredentialSecrets | null, now: EpochMs): readonly string[] {
  const { current, previous } = secrets ?? { current: '', previous: null };
  return [current, previous !== null && previous.until > now ? previous.secret : ''];
}

/** Compares with each of them, whichever it is. */
const proves = (digest: Digest, proof: Proof, secrets: readonly string[]): boolean =>
  secrets.filter((secret) => isMadeOf(digest, proof, secret) && secret !== '').length > 0;

const isMadeOf = (digest: Digest, proof: Proof, secret: string): boolean =>
  proof.kind === 'secret'
    ? digest.areSame(proof.secret, secret)
    : digest.areSame(
        proof.signature,
        digest.hmacSha256(secret, [`${proof.timestamp}.`, proof.body]),
      );
