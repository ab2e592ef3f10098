import type { EscalationPolicy, RequestTypePolicy } from './policy';

/** Do they hand off alike? The order of request types and of tools does not matter. */
export const areSamePolicies = (a: EscalationPolicy, b: EscalationPolicy): boolean =>
  canonical(a) === canonical(b);

const canonical = ({ needsSecondPerson, fallback, requestTypes }: EscalationPolicy): string =>
  JSON.stringify([
    needsSecondPerson,
    partsOf(fallback),
    requestTypes
      .map(({ requestType, policy }) => [requestType, partsOf(policy)] as const)
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  ]);

const partsOf = (policy: RequestTypePolicy): unknown => {
  const { confidenceThreshold, riskClass, maximumAttempts, maximumTimeMs, target, costs } = policy;
  const { group, assigneeAccountId, priorityId, label, statusId } = target;
  return [
    confidenceThreshold,
    riskClass,
    maximumAttempts,
    maximumTimeMs,
    policy.allowedTools?.toSorted() ?? null,
    group === null ? null : [group.fieldId, group.name],
    assigneeAccountId,
    priorityId,
    label,
    statusId,
    costs === null ? null : [costs.wrongResolution, costs.handOff],
  ];
};
