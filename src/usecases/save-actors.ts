import { err, ok, type Result } from '../domain/app-error';
import type { SaveActorsInput } from '../contract';
import type { RegisteredActor } from '../ports/settings-store';
import type { Deps } from './deps';
import { updateDesk } from './update-desk';

/**
 * Replaces the registry of actors. Stored timelines keep native kinds, so every desk is judged again
 * with the new one.
 */
export async function saveActors(
  deps: Deps,
  { actors }: SaveActorsInput,
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
  await deps.settings.saveRegistry(
    actors.map(({ accountId, ...actor }): RegisteredActor => ({
      actorId: actorIds.value.get(accountId) ?? accountId,
      ...actor,
    })),
  );
  const desks = await deps.store.listDesks();
  for (const { deskId } of desks) {
    await updateDesk(deps, deskId, (desk) => ({
      ...desk,
      rescore: { mark: deps.newMark(), after: '' },
    }));
  }
  await deps.queue.push(desks.map(({ deskId }) => ({ kind: 'refresh-desk' as const, deskId })));
  return ok('saved');
}
