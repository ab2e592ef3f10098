import { err, type Result } from '../domain/app-error';
import type { SaveActorsInput } from '../contract';
import type { RegisteredActor } from '../ports/settings-store';
import { changeRegistry, type RegistryDeps } from './change-registry';
import type { Viewer } from './viewer';

/** Replaces the registry of actors: what is left out is no longer registered. */
export async function saveActors(
  deps: RegistryDeps,
  { actors }: SaveActorsInput,
  viewer: Viewer,
): Promise<Result<'saved'>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const ids = actors.map(({ accountId }) => accountId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    return err({
      kind: 'invalid-input',
      issues: [`actors: ${twice} is there twice; keep one entry`],
    });
  }
  const actorIds = await deps.accounts.actorIdsOf(ids);
  if (!actorIds.ok) return actorIds;
  const entries = actors.map(({ accountId, ...actor }): RegisteredActor => ({
    actorId: actorIds.value.get(accountId) ?? accountId,
    accountId,
    ...actor,
  }));
  return changeRegistry(deps, await deps.settings.readRegistry(), {
    actors: entries,
    action: 'actors-saved',
    detail: {
      accountId: viewer.accountId,
      actors: entries.map(({ actorId, kind }) => ({ actorId, kind })),
    },
  });
}
