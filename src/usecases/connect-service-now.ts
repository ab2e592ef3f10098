import type { ConnectServiceNowInput, ServiceNowConnecting } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { defaultIncidentMapping } from '../domain/timeline/default-incident-mapping';
import type { IncidentMapping } from '../domain/timeline/incident-mapping';
import type { InstanceAccess } from '../ports/instance-probe';
import type { ServiceNowConnection } from '../ports/service-now-connections';
import { auditAct, SITE } from './audit-act';
import { beginReading, type BeginDeps } from './begin-reading';
import { connectionIdOf } from './connection-id';
import type { Deps } from './deps';
import { lookAtInstance } from './look-at-instance';
import { isUsable } from './service-now-checks';
import type { Viewer } from './viewer';

type ConnectDeps = BeginDeps &
  Pick<Deps, 'access' | 'connections' | 'secrets' | 'probe' | 'digest'>;

/**
 * Tests an instance, and connects it when all that is needed is there. The one that is connected already gets
 * the credentials, and keeps mapping and data; another one is refused. The audit is written first, so that nothing
 * is connected unseen, and secrets before the connection, so that none is without.
 */
export async function connectServiceNow(
  deps: ConnectDeps,
  input: ConnectServiceNowInput,
  { accountId }: Viewer,
): Promise<Result<ServiceNowConnecting>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const stored = await deps.connections.read();
  const { checks, access } = await lookAtInstance(deps, input, stored);
  if (access === null || !isUsable(checks)) {
    return ok({ isUsable: false, checks, isConnected: false });
  }
  if (stored !== null && stored.origin !== access.origin) {
    const issue = `address: ${stored.origin} is connected; disconnect it first`;
    return err({ kind: 'invalid-input', issues: [issue] });
  }
  const { userName } = input;
  const auth = input.credentials.kind;
  const next: ServiceNowConnection =
    stored === null
      ? { ...(await newConnection(deps, access)), auth, userName, connectedBy: accountId }
      : { ...stored, auth, userName, version: stored.version + 1 };
  const { connectionId, origin } = next;
  await auditAct(deps, SITE, {
    action: stored === null ? 'servicenow-connected' : 'servicenow-credentials-changed',
    detail: { accountId, connectionId, origin, auth, version: next.version },
  });
  await deps.secrets.saveSecret(connectionId, access.secret);
  if ((await deps.connections.save(next)) === 'conflict') return err({ kind: 'conflict' });
  await beginReading(deps, next, { isAnew: stored === null });
  return ok({ isUsable: true, checks, isConnected: true });
}

async function newConnection(
  deps: ConnectDeps,
  access: InstanceAccess,
): Promise<Omit<ServiceNowConnection, 'auth' | 'userName' | 'connectedBy'>> {
  const { origin } = access;
  return {
    connectionId: connectionIdOf(new URL(origin).host, deps.digest),
    origin,
    connectedAt: deps.clock.now(),
    timeZone: await timeZoneOfSite(deps),
    mapping: await mappingOf(deps, access),
    writesBackSince: null,
    viewerGroups: [],
    version: 1,
  };
}

async function mappingOf({ probe, log }: ConnectDeps, access: InstanceAccess) {
  const choices = await probe.readChoices(access);
  if (!choices.ok) log.warn('servicenow.choices-unread', { reason: choices.error.kind });
  const nothing: Pick<IncidentMapping, 'states'> & { readonly holdReasons: readonly never[] } = {
    states: [],
    holdReasons: [],
  };
  return defaultIncidentMapping(choices.ok ? choices.value : nothing);
}

/** ServiceNow has a zone for each user; the clock of the site's other desks is the best guess. */
async function timeZoneOfSite({ store }: Pick<Deps, 'store'>): Promise<string> {
  const desk = (await store.listDesks()).find(({ source }) => source === 'jira');
  return desk?.profile.timeZone ?? 'UTC';
}
