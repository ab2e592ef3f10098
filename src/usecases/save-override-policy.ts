import type { SaveOverridePolicyInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';
import { recordDecisions } from './record-decisions';
import { updateDesk } from './update-desk';
import type { Viewer } from './viewer';

/** Decides who may set outcomes of a desk's tickets by hand. */
export async function saveOverridePolicy(
  deps: Pick<Deps, 'store' | 'access' | 'clock' | 'digest' | 'newMark'>,
  { project, policy }: SaveOverridePolicyInput,
  { accountId }: Viewer,
): Promise<Result<'saved'>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const at = deps.clock.now();
  const decision = deps.newMark();
  const desk = await updateDesk(deps, allowed.value.deskId, (current) => {
    if (current.overridePolicy === policy) return current;
    const detail = JSON.stringify({
      decision,
      accountId,
      from: current.overridePolicy,
      to: policy,
    });
    const recorded = { at, action: 'override-policy-set', detail, version: null };
    return {
      ...current,
      overridePolicy: policy,
      unrecorded: [...current.unrecorded, recorded],
    };
  });
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  await recordDecisions(deps, desk);
  return ok('saved');
}
