import type { PolicyInForce } from '../domain/escalation/policy';
import { epochMs, MINUTE_MS, type EpochMs } from '../domain/time';
import type { DeskRow, PolicyProposal, PolicyVersionRow } from '../ports/score-store';
import { policyHeldBy } from './policy-version';

/** The desk with a policy as its next version, and with the records that are still to be written. */
export function withPolicy(
  desk: DeskRow,
  { proposalId, proposedBy, reason, restoredFrom, policy }: PolicyProposal,
  { approvedBy, at }: { readonly approvedBy: string | null; readonly at: EpochMs },
): DeskRow {
  const policyVersion: PolicyVersionRow = {
    deskId: desk.deskId,
    version: policyHeldBy(desk).version + 1,
    publishedAt: at,
    proposedBy,
    approvedBy,
    reason,
    restoredFrom,
    policy,
  };
  const { version } = policyVersion;
  const detail = JSON.stringify({
    version,
    proposalId: approvedBy === null ? null : proposalId,
    accountId: proposedBy,
    approvedBy,
    restoredFrom,
    policy,
  });
  return {
    ...desk,
    escalation: { version, since: sinceWhen(desk.escalation, at), policy },
    policyProposal: null,
    unrecorded: [
      ...desk.unrecorded,
      { at, action: 'policy-published', detail, version: null, policyVersion },
    ],
  };
}

/**
 * A run that ended under the version before, and whose hand-off is still under way, is not let go by the
 * new one. The first version looks at nothing of the past.
 */
const sinceWhen = (before: PolicyInForce | null, at: EpochMs): EpochMs =>
  before === null ? at : epochMs(Math.max(before.since, at - UNDER_WAY_MS));

/** Longer than hand-offs wait for late spans, and for a busy queue. */
const UNDER_WAY_MS = 10 * MINUTE_MS;

/** The desk without its proposal, which was not followed. */
export function withoutProposal(
  desk: DeskRow,
  { proposalId }: PolicyProposal,
  how: {
    readonly decision: 'reject' | 'withdraw';
    readonly accountId: string;
    readonly at: EpochMs;
  },
): DeskRow {
  const { decision, accountId, at } = how;
  const action = decision === 'reject' ? 'policy-rejected' : 'policy-withdrawn';
  const detail = JSON.stringify({ proposalId, decision, accountId });
  return {
    ...desk,
    policyProposal: null,
    unrecorded: [...desk.unrecorded, { at, action, detail, version: null }],
  };
}
