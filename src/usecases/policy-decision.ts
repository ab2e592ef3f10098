import type { EpochMs } from '../domain/time';
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
    escalation: { version, since: at, policy },
    policyProposal: null,
    unrecorded: [
      ...desk.unrecorded,
      { at, action: 'policy-published', detail, version: null, policyVersion },
    ],
  };
}

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
