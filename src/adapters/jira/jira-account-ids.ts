import { ok } from '../../domain/app-error';
import type { AccountIds } from '../../ports/account-ids';
import type { Cache } from '../../ports/cache';
import { accountIdOf, readAccountDirectory } from './account-directory';
import type { JiraApi } from './jira-api';

export function createJiraAccountIds(deps: {
  readonly api: JiraApi;
  readonly cache: Cache;
  readonly readHashKey: () => Promise<string>;
}): AccountIds {
  return {
    accountIdOf,
    async actorIdsOf(accountIds) {
      const accounts = accountIds.map((accountId) => ({ accountId }));
      const hashKey = await deps.readHashKey();
      const directory = await readAccountDirectory({ ...deps, hashKey }, accounts);
      if (!directory.ok) return directory;
      const { toActorId } = directory.value;
      return ok(new Map(accountIds.map((accountId) => [accountId, toActorId({ accountId })])));
    },
  };
}
