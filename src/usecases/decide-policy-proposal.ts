import type { DecidePolicyProposalInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import type { DeskRow, PolicyProposal } from '../ports/score-store';
import { decideOnDesk } from './decide-on-desk';
import type { Deps } from './deps';
import { withoutProposal, withPolicy } from './policy-decision';
import { policyHeldBy } from './policy-version';
import { recordDecisions } from './record-decisions';
import type { Viewer } from './viewer';

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
  return decideOnDesk(
    deps,
    input.project,
    async (desk) => {
      const decided = decidedBy(deps, desk, input, viewer);
      if (decided.ok) return { next: decided.value };
      // It may have been this very decision, whose records a crash left owed.
      await recordDecisions(deps, desk);
      return { answer: decided };
    },
    async (desk) => {
      await recordDecisions(deps, desk);
      return ok(policyHeldBy(desk).version);
    },
  );
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
