import type { ServiceNowStatus, ServiceNowSyncHealth } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { FeedState, ServiceNowConnection } from '../ports/service-now-connections';
import type { DeskRow } from '../ports/score-store';
import type { Deps } from './deps';
import { isRead, mappedDesks } from './service-now-desks';
import { iso, isoOrNull } from './wire-time';

/** The connection as an administrator sees it, without its secrets; one statement. */
export async function readServiceNow(
  deps: Pick<Deps, 'access' | 'connections' | 'pushSecrets' | 'store' | 'clock'>,
): Promise<Result<ServiceNowStatus>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const connection = await deps.connections.read();
  const desks = (await deps.store.listDesks()).filter(({ source }) => source === 'servicenow');
  return ok({
    asOf: iso(deps.clock.now()),
    connection: connection === null ? null : await toView(deps, connection),
    keptDesks: desks.filter((desk) => !desk.isLeaving && !isRead(desk, connection)).map(nameOf),
    leavingDesks: desks.filter(({ isLeaving }) => isLeaving).map(nameOf),
  });
}

const nameOf = ({ name, key }: DeskRow): string => name ?? key;

async function toView(
  { connections, pushSecrets }: Pick<Deps, 'connections' | 'pushSecrets'>,
  connection: ServiceNowConnection,
): Promise<ServiceNowStatus['connection']> {
  const [feed, push] = await Promise.all([
    connections.readFeed(),
    pushSecrets.readPushSecret(connection.connectionId),
  ]);
  return {
    address: connection.origin,
    auth: connection.auth,
    userName: connection.userName,
    connectedAt: iso(connection.connectedAt),
    mapping: connection.mapping,
    viewerGroups: connection.viewerGroups,
    version: connection.version,
    desks: mappedDesks(connection),
    sync: toHealth(feed),
    push: {
      issuedAt: isoOrNull(push?.issuedAt ?? null),
      receivedAt: isoOrNull(feed.pushedAt),
    },
  };
}

const toHealth = ({
  polledAt,
  changedAt,
  problem,
  clockAheadMs,
  comparison,
}: FeedState): ServiceNowSyncHealth => ({
  polledAt: isoOrNull(polledAt),
  changedAt: isoOrNull(changedAt),
  problem: problem === null ? null : { ...problem, at: iso(problem.at) },
  clockAheadMs,
  comparison:
    comparison === null
      ? null
      : {
          startedAt: iso(comparison.startedAt),
          finishedAt: isoOrNull(comparison.finishedAt),
          compared: comparison.compared,
          repaired: comparison.repaired,
          deleted: comparison.deleted,
        },
});
