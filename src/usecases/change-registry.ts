import { err, ok, type Result } from '../domain/app-error';
import type { RegisteredActor } from '../ports/settings-store';
import { auditAct, SITE } from './audit-act';
import type { Deps } from './deps';
import { updateDesk } from './update-desk';

export type RegistryDeps = Pick<
  Deps,
  'access' | 'accounts' | 'settings' | 'store' | 'queue' | 'clock' | 'digest' | 'newMark'
>;

export interface RegistryChange {
  readonly actors: readonly RegisteredActor[];
  readonly action: 'actors-saved' | 'actor-registered' | 'actor-unregistered';
  /** Ids, kinds and names of AI agents. */
  readonly detail: object;
}

const MAX_ACTORS = 500;

/**
 * Saves the registry as it should be, and has every desk judged again with it: stored timelines keep
 * native kinds. The audit is written first, so that nothing changes unseen; a change that is there
 * already is not told again, but judged once more, since an earlier try may have been cut off.
 */
export async function changeRegistry(
  deps: RegistryDeps,
  before: readonly RegisteredActor[],
  { actors, action, detail }: RegistryChange,
): Promise<Result<'saved'>> {
  if (actors.length > MAX_ACTORS) {
    const issue = `actors: at most ${MAX_ACTORS}; take those out that act no longer`;
    return err({ kind: 'invalid-input', issues: [issue] });
  }
  if (JSON.stringify(before) !== JSON.stringify(actors)) {
    await auditAct(deps, SITE, { action, detail });
    await deps.settings.saveRegistry(actors);
  }
  const desks = await deps.store.listDesks();
  for (const { deskId } of desks) {
    await updateDesk(deps, deskId, (desk) => ({
      ...desk,
      rescore: { ...desk.rescore, mark: deps.newMark(), after: '' },
    }));
  }
  await deps.queue.push(desks.map(({ deskId }) => ({ kind: 'refresh-desk' as const, deskId })));
  return ok('saved');
}
