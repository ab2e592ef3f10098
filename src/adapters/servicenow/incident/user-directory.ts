import { z } from 'zod';

import { ok, type Result } from '../../../domain/app-error';
import type { Cache } from '../../../ports/cache';
import { serviceNowAccountId } from '../../../ports/service-now-connections';
import { keyedHash } from '../../crypto/node-digest';
import { anyOf, encodedQuery, isListValue, isOneOf, type QueryTerm } from '../client/encoded-query';
import { snBoolean, snSysId, snText } from '../client/record-values';
import type { ServiceNowApi, TableQuery } from '../client/service-now-api';
import { cutLists } from '../client/table-address';
import { parseRecords } from './parse-records';

/** `app`: signs in for a machine, or is the instance itself. null: nobody knows a user of that name. */
export type UserType = 'app' | 'atlassian' | null;

export interface KnownUser {
  /** How timelines call it: people by a keyed hash, machines by their account. */
  readonly actorId: string;
  readonly type: UserType;
}

/** An instance's users, as histories name them. */
export interface UserDirectory {
  readonly byName: (userName: string) => KnownUser;
  readonly byId: (sysId: string) => KnownUser;
}

export interface UserDirectoryDeps {
  readonly api: ServiceNowApi;
  readonly cache: Cache;
  readonly hashKey: string;
}

/** Users that every instance has, whose acts are its own. */
const SYSTEM_USERS = new Set(['system', 'guest', 'glide.maint', 'soap.guest']);
const MOST_USERS = 1_000;

const FIELDS = [
  'sys_id',
  'user_name',
  'internal_integration_user',
  'web_service_access_only',
] as const;
const flag = snBoolean.optional().transform((value) => value === true);
const userSchema = z.object({
  sys_id: snSysId,
  user_name: snText.optional().transform((name) => name ?? null),
  internal_integration_user: flag,
  web_service_access_only: flag,
});
type User = z.output<typeof userSchema>;

const cachedSchema = z.object({
  actorId: z.string(),
  type: z.enum(['app', 'atlassian']).nullable(),
});

/**
 * What these users are: from the cache, else from the instance, once. What a user was found to be
 * stays, so that an actor keeps its id when somebody flags the account later.
 */
export async function readUserDirectory(
  deps: UserDirectoryDeps,
  asked: { readonly userNames: Iterable<string>; readonly sysIds: Iterable<string> },
): Promise<Result<UserDirectory>> {
  const names = [...new Set(asked.userNames)].map(named);
  const ids = [...new Set(asked.sysIds)].map(identified);
  const known = await readKnown(deps, [...names, ...ids]);
  const missing = [...names, ...ids].filter((mark) => !known.has(mark));
  const found = await lookUp(deps.api, missing);
  if (!found.ok) return found;

  const fresh = new Map<string, KnownUser>();
  for (const user of found.value) {
    if (user.user_name === null) continue;
    const name = named(user.user_name);
    const told = known.get(name) ?? knownAs(deps.hashKey, user.user_name, typeOf(user));
    fresh.set(name, told).set(identified(user.sys_id), told);
  }
  for (const [mark, user] of fresh) known.set(mark, user);
  await deps.cache.setMany(
    new Map([...fresh].map(([mark, user]) => [cacheKey(deps.hashKey, mark), user] as const)),
  );
  return ok({
    byName: (userName) => known.get(named(userName)) ?? knownAs(deps.hashKey, userName, null),
    byId: (sysId) => known.get(identified(sysId)) ?? knownAs(deps.hashKey, sysId, null),
  });
}

const named = (userName: string): string => `name:${userName}`;
const identified = (sysId: string): string => `id:${sysId}`;
const cacheKey = (hashKey: string, mark: string): string =>
  `servicenow-user:${keyedHash(hashKey, mark, 128)}`;

const knownAs = (hashKey: string, userName: string, type: UserType): KnownUser => {
  if (SYSTEM_USERS.has(userName)) return { actorId: serviceNowAccountId(userName), type: 'app' };
  const hash = (): string => keyedHash(hashKey, `servicenow:${userName}`, 128);
  return { actorId: type === 'app' ? serviceNowAccountId(userName) : hash(), type };
};

const typeOf = (user: User): UserType =>
  user.internal_integration_user || user.web_service_access_only ? 'app' : 'atlassian';

async function readKnown(
  { cache, hashKey }: UserDirectoryDeps,
  marks: readonly string[],
): Promise<Map<string, KnownUser>> {
  const keys = marks.map((mark) => [mark, cacheKey(hashKey, mark)] as const);
  const cached = await cache.getMany(keys.map(([, key]) => key));
  const known = new Map<string, KnownUser>();
  for (const [mark, key] of keys) {
    const user = cachedSchema.safeParse(cached.get(key));
    if (user.success) known.set(mark, user.data);
  }
  return known;
}

async function lookUp(
  api: ServiceNowApi,
  marks: readonly string[],
): Promise<Result<readonly User[]>> {
  const users: User[] = [];
  // A name that no query can carry is a user that nobody knows.
  const askable = marks.filter((mark) => isListValue(valueOf(mark)));
  for (const run of cutLists(askable, usersBy)) {
    const page = await api.readTable(usersBy(run));
    if (!page.ok) return page;
    const parsed = parseRecords('sys_user', page.value.records, userSchema);
    if (!parsed.ok) return parsed;
    users.push(...parsed.value);
  }
  return ok(users);
}

const valueOf = (mark: string): string => mark.slice(mark.indexOf(':') + 1);

function usersBy(marks: readonly string[]): TableQuery {
  const valuesOf = (kind: string): readonly string[] =>
    marks.filter((mark) => mark.startsWith(kind)).map(valueOf);
  const term = (field: string, values: readonly string[]): readonly QueryTerm[] =>
    values.length === 0 ? [] : [isOneOf(field, values)];
  const [first, ...others] = [
    ...term('user_name', valuesOf('name:')),
    ...term('sys_id', valuesOf('id:')),
  ];
  return {
    table: 'sys_user',
    query: encodedQuery(first === undefined ? [] : [anyOf([first, ...others])]),
    fields: FIELDS,
    limit: MOST_USERS,
  };
}
