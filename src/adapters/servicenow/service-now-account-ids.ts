import { ok } from '../../domain/app-error';
import type { AccountIds } from '../../ports/account-ids';
import { serviceNowAccountId } from '../../ports/service-now-connections';
import { readUserDirectory } from './incident/user-directory';
import { openInstance, type InstanceDeps } from './open-instance';

const PREFIX = serviceNowAccountId('');

/** How users of the connected instance are called in what the app stores. */
export function createServiceNowAccountIds(deps: InstanceDeps): AccountIds {
  return {
    // Only machines are called by their name, which is the account itself.
    accountIdOf: (actorId) => (actorId.startsWith(PREFIX) ? actorId : null),

    async actorIdsOf(accountIds) {
      const instance = await openInstance(deps);
      if (!instance.ok) return instance;
      const userNames = accountIds.map((accountId) => accountId.slice(PREFIX.length));
      const hashKey = await deps.readHashKey();
      const users = await readUserDirectory(
        { ...deps, api: instance.value.api, hashKey },
        { userNames, sysIds: [] },
      );
      if (!users.ok) return users;
      return ok(
        new Map(
          accountIds.map((accountId, i) => [
            accountId,
            users.value.byName(userNames[i] ?? '').actorId,
          ]),
        ),
      );
    },
  };
}
