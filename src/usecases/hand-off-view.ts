import { isFinished } from '../domain/escalation/hand-off-step';
import { policyFor } from '../domain/escalation/policy';
import type { Episode } from '../domain/timeline/episode';
import type { HandOffView } from '../contract';
import type { DeskRow, HandOffRow, StoredTicket } from '../ports/score-store';
import { iso } from './wire-time';

/** The hand-off of an episode; null: none was decided in it. */
export const handOffIn = (
  { ordinal, startedAt, reopenedAt }: Episode,
  handOffs: readonly HandOffRow[],
): HandOffRow | null =>
  handOffs.find(
    ({ decidedAt }) =>
      (ordinal === 0 || decidedAt >= startedAt) && (reopenedAt === null || decidedAt < reopenedAt),
  ) ?? null;

export function handOffView(row: HandOffRow | null): HandOffView | null {
  if (row === null) return null;
  return {
    at: iso(row.decidedAt),
    reason: row.reason,
    state: stateOf(row),
    problem: isFinished(row.step) ? null : row.problem,
  };
}

function stateOf({ step, problem }: HandOffRow): HandOffView['state'] {
  if (step === 'recorded') return 'done';
  if (step === 'called-off') return 'called-off';
  return problem === null ? 'under-way' : 'waiting';
}

/**
 * What the confidence of an episode is read against: the threshold that its hand-off was decided by,
 * else, for the present episode, the one in force. null: none.
 */
export function thresholdOf(
  row: HandOffRow | null,
  { reopenedAt }: Episode,
  { ticket }: StoredTicket,
  { escalation }: DeskRow,
): number | null {
  if (row !== null) return row.threshold;
  if (reopenedAt !== null || escalation === null) return null;
  return policyFor(escalation.policy, ticket.requestType).confidenceThreshold;
}
