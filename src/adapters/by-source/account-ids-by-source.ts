import { ok } from '../../domain/app-error';
import { sourceOf } from '../../domain/timeline/source';
import type { AccountIds } from '../../ports/account-ids';
import { splitBySource, type BySource } from './by-source';

/** Accounts of Jira and users of an instance, which are named `servicenow:` and their user name. */
export function createAccountIdsBySource(accounts: BySource<AccountIds>): AccountIds {
  return {
    accountIdOf: (actorId) => accounts[sourceOf(actorId)].accountIdOf(actorId),

    async actorIdsOf(accountIds) {
      const all = new Map<string, string>();
      for (const [source, own] of splitBySource(accountIds, (id) => id)) {
        const known = await accounts[source].actorIdsOf(own);
        if (!known.ok) return known;
        for (const [accountId, actorId] of known.value) all.set(accountId, actorId);
      }
      return ok(all);
    },
  };
}
