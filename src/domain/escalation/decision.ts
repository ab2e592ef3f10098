import type { AgentRun } from '../run/agent-run';
import type { RequestTypePolicy } from './policy';

/** Why a run goes to people; the first that applies, in this order. */
export const HAND_OFF_REASONS = [
  'risk-never',
  'agent-escalated',
  'tool-not-allowed',
  'risk-supervised',
  'too-many-attempts',
  'too-long',
  'no-confidence',
  'low-confidence',
] as const;
export type HandOffReason = (typeof HAND_OFF_REASONS)[number];

/** What of the ticket the decision looks at. */
export interface AttemptedTicket {
  /** Runs of its present episode in time order, the one being decided included and last. */
  readonly runs: readonly AgentRun[];
}

export type Decision =
  | { readonly kind: 'proceed' }
  | {
      readonly kind: 'hand-off';
      readonly reason: HandOffReason;
      /** What the agent itself gave as its reason; null otherwise. */
      readonly detail: string | null;
    };

/**
 * May the agent go on, or do people take over? Pure; the same question has the same answer, whoever
 * asks and whenever.
 */
export function decide(
  policy: RequestTypePolicy,
  run: AgentRun,
  ticket: AttemptedTicket,
): Decision {
  const reason = HAND_OFF_REASONS.find((each) => TESTS[each](policy, run, ticket));
  if (reason === undefined) return { kind: 'proceed' };
  return {
    kind: 'hand-off',
    reason,
    detail: reason === 'agent-escalated' ? run.handOffReason : null,
  };
}

type Test = (policy: RequestTypePolicy, run: AgentRun, ticket: AttemptedTicket) => boolean;

const TESTS: Readonly<Record<HandOffReason, Test>> = {
  'risk-never': ({ riskClass }) => riskClass === 'never',
  'agent-escalated': (_policy, { result, handOffReason }) =>
    result === 'escalated' || handOffReason !== null,
  'tool-not-allowed': ({ allowedTools }, { steps }) =>
    allowedTools !== null && steps.some(({ tool }) => !allowedTools.includes(tool)),
  'risk-supervised': ({ riskClass }) => riskClass === 'supervised',
  'too-many-attempts': ({ maximumAttempts }, _run, { runs }) =>
    maximumAttempts !== null && runs.length > maximumAttempts,
  'too-long': ({ maximumTimeMs }, { startedAt, endedAt }, { runs }) =>
    maximumTimeMs !== null &&
    endedAt - Math.min(startedAt, ...runs.map((each) => each.startedAt)) > maximumTimeMs,
  'no-confidence': ({ confidenceThreshold }, { confidence }) =>
    confidenceThreshold !== null && confidence === null,
  'low-confidence': ({ confidenceThreshold }, { confidence }) =>
    confidenceThreshold !== null && confidence !== null && confidence < confidenceThreshold,
};
