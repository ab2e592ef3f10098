import type { DeskEscalationPolicy, ReadEscalationPolicyInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';
import { deskLabel } from './desk-label';
import { policyHeldBy, policyVersionsOf } from './policy-version';
import type { Viewer } from './viewer';
import { toWirePolicyVersion, toWireProposal } from './wire-policy';
import { iso } from './wire-time';

const VERSIONS_SHOWN = 50;
const REQUEST_TYPES_SHOWN = 100;
/** Enough of them to see every tool that an agent uses often. */
const TICKETS_LOOKED_AT = 50;

/** When a desk's AI hands off, since when and by whose decision, and what waits: two statements. */
export async function readEscalationPolicy(
  deps: Pick<Deps, 'store' | 'access' | 'clock'>,
  { project }: ReadEscalationPolicyInput,
  viewer: Viewer,
): Promise<Result<DeskEscalationPolicy>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  const desk = await deps.store.readDesk(deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const { versions, requestTypes, tools } = await deps.store.readPolicyPage({
    deskId,
    versions: VERSIONS_SHOWN,
    requestTypes: REQUEST_TYPES_SHOWN,
    tickets: TICKETS_LOOKED_AT,
  });
  const { policyProposal } = desk;
  const held = policyHeldBy(desk);
  return ok({
    desk: deskLabel(desk),
    asOf: iso(deps.clock.now()),
    version: held.version,
    policy: held.policy,
    versions: policyVersionsOf(desk, versions).slice(0, VERSIONS_SHOWN).map(toWirePolicyVersion),
    proposal: policyProposal === null ? null : toWireProposal(policyProposal, viewer),
    seen: { requestTypes, tools },
  });
}
