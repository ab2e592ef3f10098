import type { DecidePolicyProposalInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import type { DeskRow, PolicyProposal } from '../ports/score-store';
import type { Deps } from './deps';
import { withoutProposal, withPolicy } from './policy-decision';
import { policyHeldBy } from './policy-version';
import { recordDecisions } from './record-decisions';
import type { Viewer } from './viewer';

const ATTEMPTS = 8;

type DecideDeps = Pick<Deps, 'store' | 'access' | 'clock' | 'digest'>;

/**
 * A second person's word on a proposed policy, or its author's second thoughts. Approving makes it the
 * next version.
 *
 * @returns the version that holds now; `conflict` when the proposal no longer waits, or would follow
 *   another version than the one in force
 */
export async function decidePolicyProposal(
  deps: DecideDeps,
  input: DecidePolicyProposalInput,
  viewer: Viewer,
): Promise<Result<number>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: input.project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const desk = await deps.store.readDesk(deskId);
    if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
    const decided = decidedBy(deps, desk, input, viewer);
    if (!decided.ok) {
      // It may have been this very decision, whose records a crash left owed.
      await recordDecisions(deps, desk);
      return decided;
    }
    if ((await deps.store.saveDesk(decided.value)) === 'conflict') continue;
    await recordDecisions(deps, { ...decided.value, version: desk.version + 1 });
    return ok(policyHeldBy(decided.value).version);
  }
  throw new Error(`Desk ${deskId} was changed by others ${ATTEMPTS} times in a row`);
}

function decidedBy(
  { clock }: DecideDeps,
  desk: DeskRow,
  { proposalId, decision }: DecidePolicyProposalInput,
  { accountId }: Viewer,
): Result<DeskRow> {
  const { policyProposal: proposal } = desk;
  if (proposal?.proposalId !== proposalId) return err({ kind: 'conflict' });
  const mayNot = objectionTo(decision, proposal, accountId);
  if (mayNot !== null) return err({ kind: 'invalid-input', issues: [`decision: ${mayNot}`] });
  const at = clock.now();
  if (decision !== 'approve')
    return ok(withoutProposal(desk, proposal, { decision, accountId, at }));
  if (proposal.basedOnVersion !== policyHeldBy(desk).version) return err({ kind: 'conflict' });
  return ok(withPolicy(desk, proposal, { approvedBy: accountId, at }));
}

/** Two persons are two: nobody approves what they proposed. null: all is well. */
function objectionTo(
  decision: DecidePolicyProposalInput['decision'],
  { proposedBy }: PolicyProposal,
  accountId: string,
): string | null {
  if (decision === 'withdraw') {
    return proposedBy === accountId ? null : 'only who proposed it can withdraw it';
  }
  return proposedBy === accountId ? 'who proposed it cannot decide it, but withdraw it' : null;
}
