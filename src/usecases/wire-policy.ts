import type { PolicyProposalView, PolicyVersion } from '../contract';
import type { PolicyProposal, PolicyVersionRow } from '../ports/score-store';
import type { Viewer } from './viewer';
import { iso } from './wire-time';

/** A version of an escalation policy as screens and exports tell it. */
export const toWirePolicyVersion = (row: PolicyVersionRow): PolicyVersion => ({
  version: row.version,
  publishedAt: iso(row.publishedAt),
  proposedBy: row.proposedBy,
  approvedBy: row.approvedBy,
  reason: row.reason,
  restoredFrom: row.restoredFrom,
  policy: row.policy,
});

export const toWireProposal = (
  { proposalId, at, proposedBy, reason, restoredFrom, policy }: PolicyProposal,
  { accountId }: Viewer,
): PolicyProposalView => ({
  proposalId,
  at: iso(at),
  proposedBy,
  isOwn: proposedBy === accountId,
  reason,
  restoredFrom,
  policy,
});
