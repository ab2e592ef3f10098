import type { ChangeCredentialInput, IssuedCredential } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { epochMs } from '../domain/time';
import type { Credential } from '../ports/credential-store';
import { auditAct, SITE } from './audit-act';
import { issued } from './credential-token';
import { GRACE_MS } from './credential-view';
import type { Deps } from './deps';
import type { Viewer } from './viewer';

type ChangeDeps = Pick<Deps, 'access' | 'credentials' | 'store' | 'digest' | 'clock' | 'newSecret'>;

/**
 * Gives a credential a new secret, or takes it back for good. `conflict`: there is none of this id, or
 * somebody revoked it meanwhile.
 */
export async function changeCredential(
  deps: ChangeDeps,
  { credentialId, action }: ChangeCredentialInput,
  viewer: Viewer,
): Promise<Result<IssuedCredential>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const credential = await deps.credentials.readCredential(credentialId);
  if (credential === null) return err({ kind: 'conflict' });
  return action === 'revoke' ? revoke(deps, credential, viewer) : rotate(deps, credential, viewer);
}

/** The secret goes before anything is told of it: whatever breaks off then, nobody gets in with it. */
async function revoke(
  deps: ChangeDeps,
  credential: Credential,
  { accountId }: Viewer,
): Promise<Result<IssuedCredential>> {
  const { credentialId, agentId } = credential;
  await deps.credentials.dropSecrets(credentialId);
  if (credential.revokedAt === null) {
    await auditAct(deps, SITE, {
      action: 'credential-revoked',
      detail: { accountId, credentialId, agentId },
    });
    const revokedAt = deps.clock.now();
    await deps.credentials.saveCredential({ ...credential, revokedAt }, null);
  }
  return ok(issued(credentialId, null));
}

/** Of two rotations in a row, the secret before the first holds no longer. */
async function rotate(
  deps: ChangeDeps,
  credential: Credential,
  { accountId }: Viewer,
): Promise<Result<IssuedCredential>> {
  const { credentialId, agentId } = credential;
  const secrets = await deps.credentials.readSecrets(credentialId);
  if (credential.revokedAt !== null || secrets === null) return err({ kind: 'conflict' });
  await auditAct(deps, SITE, {
    action: 'credential-rotated',
    detail: { accountId, credentialId, agentId },
  });
  const rotatedAt = deps.clock.now();
  const secret = deps.newSecret();
  await deps.credentials.saveCredential(
    { ...credential, rotatedAt },
    {
      current: secret,
      previous: { secret: secrets.current, until: epochMs(rotatedAt + GRACE_MS) },
    },
  );
  return ok(issued(credentialId, secret));
}
