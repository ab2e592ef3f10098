import type { CredentialView } from '../contract';
import { epochMs, HOUR_MS, type EpochMs } from '../domain/time';
import type { Credential } from '../ports/credential-store';
import type { RegisteredActor } from '../ports/settings-store';
import { iso, isoOrNull } from './wire-time';

/** How long the secret before a rotation is still accepted, so that no sender has to stop for it. */
export const GRACE_MS = 24 * HOUR_MS;

/** Those that work come first, the newest of them before the others. */
export const credentialViews = (
  credentials: readonly Credential[],
  actors: readonly RegisteredActor[],
  now: EpochMs,
): readonly CredentialView[] =>
  [...credentials].sort(byUse).map((credential) => ({
    credentialId: credential.credentialId,
    agentId: credential.agentId,
    agentName: agentNameOf(credential.agentId, actors),
    label: credential.label,
    createdAt: iso(credential.createdAt),
    createdBy: credential.createdBy,
    rotatedAt: isoOrNull(credential.rotatedAt),
    revokedAt: isoOrNull(credential.revokedAt),
    lastUsedAt: isoOrNull(credential.lastUsedAt),
    formerSecretUntil: isoOrNull(formerSecretUntil(credential, now)),
    traceUrlTemplate: credential.traceUrlTemplate,
  }));

/** null when the actor is no registered AI agent, or no longer. */
export const agentNameOf = (agentId: string, actors: readonly RegisteredActor[]): string | null =>
  actors.find(({ actorId, kind }) => actorId === agentId && kind === 'ai-agent')?.name ?? null;

function formerSecretUntil({ rotatedAt, revokedAt }: Credential, now: EpochMs): EpochMs | null {
  if (rotatedAt === null || revokedAt !== null) return null;
  const until = epochMs(rotatedAt + GRACE_MS);
  return until > now ? until : null;
}

const byUse = (a: Credential, b: Credential): number =>
  Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
  b.createdAt - a.createdAt ||
  (a.credentialId < b.credentialId ? -1 : 1);
