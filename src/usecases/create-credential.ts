import type { CreateCredentialInput, IssuedCredential } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { auditAct, SITE } from './audit-act';
import { issued } from './credential-token';
import type { Deps } from './deps';
import type { Viewer } from './viewer';

/** More are kept, one a sender, than any site has senders; fewer than one value of the store can hold. */
const MAX_CREDENTIALS = 200;
/** A sender that batches every second, on ten machines. */
const BATCHES_PER_MINUTE = 600;

/**
 * Lets one registered AI agent report its runs. The audit is written first, so that none exists unseen;
 * the secret is in the answer, once, and in the store of secrets.
 */
export async function createCredential(
  deps: Pick<
    Deps,
    'access' | 'settings' | 'credentials' | 'store' | 'digest' | 'clock' | 'newMark' | 'newSecret'
  >,
  { agentId, label, traceUrlTemplate }: CreateCredentialInput,
  { accountId }: Viewer,
): Promise<Result<IssuedCredential>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const actors = await deps.settings.readRegistry();
  if (!actors.some(({ actorId, kind }) => actorId === agentId && kind === 'ai-agent')) {
    const issue = 'agentId: no AI agent of this id is registered; register it first';
    return err({ kind: 'invalid-input', issues: [issue] });
  }
  if ((await deps.credentials.listCredentials()).length >= MAX_CREDENTIALS) {
    const issue = `label: there are ${MAX_CREDENTIALS} credentials already; rotate one instead`;
    return err({ kind: 'invalid-input', issues: [issue] });
  }
  const credentialId = deps.newMark();
  const secret = deps.newSecret();
  await auditAct(deps, SITE, {
    action: 'credential-created',
    detail: { accountId, credentialId, agentId },
  });
  await deps.credentials.saveCredential(
    {
      credentialId,
      agentId,
      label,
      createdAt: deps.clock.now(),
      createdBy: accountId,
      rotatedAt: null,
      revokedAt: null,
      lastUsedAt: null,
      traceUrlTemplate,
      batchesPerMinute: BATCHES_PER_MINUTE,
    },
    { current: secret, previous: null },
  );
  return ok(issued(credentialId, secret));
}
