import type { ServiceNowChoices } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { serviceNowAccountId } from '../ports/service-now-connections';
import type { Deps } from './deps';

/** What the connected instance offers for its mapping: asked of it now, and not kept. */
export async function readServiceNowChoices(
  deps: Pick<Deps, 'access' | 'connections' | 'secrets' | 'probe'>,
): Promise<Result<ServiceNowChoices>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const connection = await deps.connections.read();
  if (connection === null) return err({ kind: 'conflict' });
  const secret = await deps.secrets.readSecret(connection.connectionId);
  if (secret === null) {
    return err({
      kind: 'source-refused',
      source: 'servicenow',
      refusal: 'credentials',
      subject: null,
    });
  }
  const choices = await deps.probe.readChoices({ origin: connection.origin, secret });
  if (!choices.ok) return choices;
  const { states, holdReasons, groups, hasMoreGroups, unread } = choices.value;
  return ok({
    states,
    holdReasons,
    groups,
    hasMoreGroups,
    integrationUsers: choices.value.integrationUsers.map((userName) => ({
      accountId: serviceNowAccountId(userName),
      userName,
    })),
    verdictFields: choices.value.ownFields,
    unread,
  });
}
