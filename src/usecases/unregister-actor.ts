import type { Result } from '../domain/app-error';
import type { UnregisterActorInput } from '../contract';
import { changeRegistry, type RegistryDeps } from './change-registry';
import type { Viewer } from './viewer';

/** Takes an entry out of the registry: the actor is again what Jira says it is. */
export async function unregisterActor(
  deps: RegistryDeps,
  { actorId }: UnregisterActorInput,
  viewer: Viewer,
): Promise<Result<'saved'>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const before = await deps.settings.readRegistry();
  return changeRegistry(deps, before, {
    actors: before.filter((each) => each.actorId !== actorId),
    action: 'actor-unregistered',
    detail: { accountId: viewer.accountId, actorId },
  });
}
