import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { Cache } from '../../ports/cache';
import { keyedHash } from '../crypto/node-digest';
import { parseResponse } from './call-jira';
import type { JiraAccount } from './issue-schema';
import type { JiraApi } from './jira-api';

/** What an account is: `atlassian`, `app`, `customer`; null for one that Jira no longer knows. */
export type AccountType = string | null;

/** Accounts by id. People are known by a keyed hash only; apps are no people and keep their id. */
export interface AccountDirectory {
  readonly typeOf: (account: JiraAccount) => AccountType;
  readonly toActorId: (account: JiraAccount) => string;
}

const USERS_PER_REQUEST = 100;
const cacheKey = (hash: string): string => `account:${hash}`;
const cachedSchema = z.object({ accountType: z.string().nullable() });
const userPageSchema = z.object({
  values: z.array(z.object({ accountId: z.string(), accountType: z.string().nullish() })),
});

/**
 * The types of the accounts, from what the accounts say themselves, else from the cache, else from
 * Jira, once: the answer is kept. Ids are cached as hashes, like everywhere.
 */
export async function readAccountDirectory(
  deps: { readonly api: JiraApi; readonly cache: Cache; readonly hashKey: string },
  accounts: Iterable<JiraAccount>,
): Promise<Result<AccountDirectory>> {
  const types = new Map<string, AccountType>();
  const untyped = new Set<string>();
  for (const { accountId, accountType } of accounts) {
    if (accountType == null) untyped.add(accountId);
    else types.set(accountId, accountType);
  }
  const missing = [...untyped].filter((accountId) => !types.has(accountId));
  const found = await lookUp(deps, missing);
  if (!found.ok) return found;
  for (const [accountId, accountType] of found.value) types.set(accountId, accountType);

  const typeOf = ({ accountId, accountType }: JiraAccount): AccountType =>
    accountType ?? types.get(accountId) ?? null;
  return ok({
    typeOf,
    toActorId: (account) => actorIdOf(deps.hashKey, account.accountId, typeOf(account)),
  });
}

/** How an account is called in what the app stores. */
export const actorIdOf = (hashKey: string, accountId: string, accountType: AccountType): string =>
  accountType === 'app' ? accountId : keyedHash(hashKey, `account:${accountId}`, 128);

/** The account id behind an actor id; null for a hash. */
export const accountIdOf = (actorId: string): string | null =>
  actorId === '' || HASHED.test(actorId) ? null : actorId;

/** 128 bits in hex; no account id of Jira's looks like that. */
const HASHED = /^[0-9a-f]{32}$/;

async function lookUp(
  {
    api,
    cache,
    hashKey,
  }: { readonly api: JiraApi; readonly cache: Cache; readonly hashKey: string },
  accountIds: readonly string[],
): Promise<Result<ReadonlyMap<string, AccountType>>> {
  const types = new Map<string, AccountType>();
  if (accountIds.length === 0) return ok(types);
  const keys = new Map(
    accountIds.map((id) => [id, cacheKey(keyedHash(hashKey, `account:${id}`, 128))] as const),
  );
  const cached = await cache.getMany([...keys.values()]);
  for (const [accountId, key] of keys) {
    const entry = cachedSchema.safeParse(cached.get(key));
    if (entry.success) types.set(accountId, entry.data.accountType);
  }

  const unknown = accountIds.filter((id) => !types.has(id));
  for (let i = 0; i < unknown.length; i += USERS_PER_REQUEST) {
    const asked = unknown.slice(i, i + USERS_PER_REQUEST);
    const page = await parseResponse(await api.readUsers(asked), userPageSchema);
    if (!page.ok) return page;
    const told = new Map(
      page.value.values.map((user) => [user.accountId, user.accountType ?? null]),
    );
    for (const id of asked) types.set(id, told.get(id) ?? null);
  }
  const fresh = unknown.map(
    (id) => [keys.get(id) ?? '', { accountType: types.get(id) ?? null }] as const,
  );
  if (fresh.length > 0) await cache.setMany(new Map(fresh));
  return ok(types);
}
