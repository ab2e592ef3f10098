import { decide, type Decision } from '../domain/escalation/decision';
import { policyFor } from '../domain/escalation/policy';
import { episodeOf, runsOf, type HandOffCase } from './decide-hand-off';

/**
 * What the sender of a run is told: may it go on? null: no policy is in force for it, or the ticket does
 * not have the run.
 */
export function decideRun(known: HandOffCase, runId: string): Decision | null {
  const { escalation } = known.desk;
  const row = known.runs.find((each) => each.runId === runId);
  if (escalation === null || row === undefined) return null;
  const { run, hasAsked } = row;
  if ((!run.isComplete && !hasAsked) || run.endedAt < escalation.since) return null;
  const runs = runsOf(episodeOf(known, { decidedAt: run.endedAt }), known.runs);
  const attempted = runs.slice(0, runs.indexOf(row) + 1).map((each) => each.run);
  const policy = policyFor(escalation.policy, known.stored.ticket.requestType);
  return decide(policy, run, { runs: attempted });
}
