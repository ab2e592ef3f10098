import type { PolicyPublication, PublishEscalationPolicyInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { areSamePolicies } from '../domain/escalation/same-policy';
import type { DeskRow, PolicyProposal } from '../ports/score-store';
import { decideOnDesk } from './decide-on-desk';
import type { Deps } from './deps';
import { withPolicy } from './policy-decision';
import { policyHeldBy } from './policy-version';
import { recordDecisions } from './record-decisions';
import type { Viewer } from './viewer';

type PublishDeps = Pick<Deps, 'store' | 'access' | 'clock' | 'digest' | 'newMark'>;

/**
 * Makes a policy the desk's own, as its next version; where the policy in force asks for a second
 * person, it becomes a proposal that waits for one. Publishing what holds, or proposing again what
 * waits, changes nothing. The desk's row takes it in one write together with its records.
 *
 * @returns `conflict` when it would follow another version than was seen, or another proposal waits
 */
export async function publishEscalationPolicy(
  deps: PublishDeps,
  input: PublishEscalationPolicyInput,
  { accountId }: Viewer,
): Promise<Result<PolicyPublication>> {
  return decideOnDesk(
    deps,
    input.project,
    async (desk) => {
      const wanted = toProposal(deps, input, accountId);
      const existing = answerToRepetition(desk, wanted);
      if (existing !== null) {
        await recordDecisions(deps, desk);
        return { answer: ok(existing) };
      }
      if (policyHeldBy(desk).version !== input.basedOnVersion || desk.policyProposal !== null) {
        return { answer: err({ kind: 'conflict' }) };
      }
      const honest = await isHonestAboutOrigin(deps, desk, input);
      if (!honest.ok) return { answer: honest };
      return {
        next: policyHeldBy(desk).policy.needsSecondPerson
          ? withProposal(desk, wanted)
          : withPolicy(desk, wanted, { approvedBy: null, at: wanted.at }),
      };
    },
    async (desk) => {
      await recordDecisions(deps, desk);
      return ok(publicationOf(desk));
    },
  );
}

const toProposal = (
  { clock, newMark }: PublishDeps,
  { policy, reason, basedOnVersion, restoredFrom }: PublishEscalationPolicyInput,
  proposedBy: string,
): PolicyProposal => ({
  proposalId: newMark(),
  at: clock.now(),
  proposedBy,
  reason: reason === '' ? null : reason,
  basedOnVersion,
  restoredFrom,
  policy,
});

/** What holds already, or waits already by the same person: sent again because its answer was lost. */
function answerToRepetition(desk: DeskRow, wanted: PolicyProposal): PolicyPublication | null {
  const { escalation, policyProposal: waiting } = desk;
  if (escalation !== null && areSamePolicies(escalation.policy, wanted.policy)) {
    return { status: 'published', version: escalation.version };
  }
  const waits =
    waiting !== null &&
    waiting.proposedBy === wanted.proposedBy &&
    areSamePolicies(waiting.policy, wanted.policy);
  return waits ? { status: 'proposed', proposalId: waiting.proposalId } : null;
}

const publicationOf = (desk: DeskRow): PolicyPublication =>
  desk.policyProposal === null
    ? { status: 'published', version: policyHeldBy(desk).version }
    : { status: 'proposed', proposalId: desk.policyProposal.proposalId };

function withProposal(desk: DeskRow, proposal: PolicyProposal): DeskRow {
  const { proposalId, at, proposedBy, basedOnVersion, restoredFrom, policy } = proposal;
  const detail = JSON.stringify({
    proposalId,
    accountId: proposedBy,
    basedOnVersion,
    restoredFrom,
    policy,
  });
  return {
    ...desk,
    policyProposal: proposal,
    unrecorded: [...desk.unrecorded, { at, action: 'policy-proposed', detail, version: null }],
  };
}

/** Is what is called restored what that version said? */
async function isHonestAboutOrigin(
  { store }: PublishDeps,
  desk: DeskRow,
  { restoredFrom, policy }: PublishEscalationPolicyInput,
): Promise<Result<true>> {
  if (restoredFrom === null) return ok(true);
  const unwritten = desk.unrecorded.flatMap(({ policyVersion }) => policyVersion ?? []);
  const restored =
    unwritten.find(({ version }) => version === restoredFrom) ??
    (await store.readPolicyVersion(desk.deskId, restoredFrom));
  if (restored !== null && areSamePolicies(restored.policy, policy)) return ok(true);
  const issue =
    restored === null
      ? 'there is no such version'
      : 'its policy is another; give null for a new one';
  return err({ kind: 'invalid-input', issues: [`restoredFrom: ${issue}`] });
}
