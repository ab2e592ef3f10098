import type { IssuedPushSecret } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { auditAct, SITE } from './audit-act';
import { businessRuleScript } from './business-rule-script';
import type { Deps } from './deps';
import type { Viewer } from './viewer';

/** Lets the instance push its changes. Told once; the secret before holds no longer. */
export async function issueServiceNowPushSecret(
  deps: Pick<
    Deps,
    | 'access'
    | 'connections'
    | 'pushSecrets'
    | 'pushEndpoint'
    | 'store'
    | 'digest'
    | 'clock'
    | 'newSecret'
  >,
  { accountId }: Viewer,
): Promise<Result<IssuedPushSecret>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const connection = await deps.connections.read();
  if (connection === null) return err({ kind: 'conflict' });
  const { connectionId } = connection;
  const address = await deps.pushEndpoint.address();
  if (address === null) {
    return err({
      kind: 'source-unavailable',
      source: 'jira',
      retryAfterMs: null,
      rateLimitReason: null,
    });
  }
  const secret = deps.newSecret();
  await auditAct(deps, SITE, {
    action: 'servicenow-push-secret-issued',
    detail: { accountId, connectionId },
  });
  await deps.pushSecrets.savePushSecret(connectionId, { secret, issuedAt: deps.clock.now() });
  return ok({
    address,
    secret,
    script: businessRuleScript({ address, connectionId, secret }),
  });
}
