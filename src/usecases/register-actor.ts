import { ok, type Result } from '../domain/app-error';
import type { RegisterActorInput } from '../contract';
import type { RegisteredActor } from '../ports/settings-store';
import { changeRegistry, type RegistryDeps } from './change-registry';
import type { Viewer } from './viewer';

/** Adds an entry to the registry, or changes the one that the actor has. */
export async function registerActor(
  deps: RegistryDeps,
  input: RegisterActorInput,
  viewer: Viewer,
): Promise<Result<'saved'>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const before = await deps.settings.readRegistry();
  const who = await identify(deps, input, before);
  if (!who.ok) return who;
  const { kind, name, vendor } = input;
  const entry: RegisteredActor = { ...who.value, kind, name, vendor };
  const isNew = before.every(({ actorId }) => actorId !== entry.actorId);
  return changeRegistry(deps, before, {
    actors: isNew
      ? [...before, entry]
      : before.map((each) => (each.actorId === entry.actorId ? entry : each)),
    action: 'actor-registered',
    detail: { accountId: viewer.accountId, actorId: entry.actorId, kind, name, vendor },
  });
}

async function identify(
  { accounts }: RegistryDeps,
  { accountId, actorId }: RegisterActorInput,
  known: readonly RegisteredActor[],
): Promise<Result<Pick<RegisteredActor, 'actorId' | 'accountId'>>> {
  if (accountId === null) {
    const id = actorId ?? '';
    const entry = known.find((each) => each.actorId === id);
    return ok({ actorId: id, accountId: entry?.accountId ?? accounts.accountIdOf(id) });
  }
  const ids = await accounts.actorIdsOf([accountId]);
  return ids.ok ? ok({ actorId: ids.value.get(accountId) ?? accountId, accountId }) : ids;
}
