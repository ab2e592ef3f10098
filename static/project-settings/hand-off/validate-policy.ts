import type { EscalationPolicy, RequestTypePolicy } from '../../../src/contract';

/** Something that the app would not take; the form says what to do about it. */
export interface PolicyProblem {
  /** null: of all others, or of the policy as a whole. */
  readonly requestType: string | null;
  readonly field:
    'confidenceThreshold' | 'maximumAttempts' | 'maximumTimeMs' | 'label' | 'costs' | 'policy';
}

const MAX_ATTEMPTS = 100;
const MAX_TIME_MS = 31 * 86_400_000;
const MAX_COST = 1_000_000_000;
const MAX_BYTES = 40_000;
const MAX_REQUEST_TYPES = 100;

/** Empty exactly where the app would take the policy. */
export const validatePolicy = (policy: EscalationPolicy): readonly PolicyProblem[] => [
  ...problemsOf(null, policy.fallback),
  ...policy.requestTypes.flatMap((each) => problemsOf(each.requestType, each.policy)),
  ...(isTooLong(policy) ? [{ requestType: null, field: 'policy' as const }] : []),
];

function problemsOf(
  requestType: string | null,
  policy: RequestTypePolicy,
): readonly PolicyProblem[] {
  const { confidenceThreshold, maximumAttempts, maximumTimeMs, target, costs } = policy;
  const isFine: Readonly<Record<Exclude<PolicyProblem['field'], 'policy'>, boolean>> = {
    confidenceThreshold: confidenceThreshold === null || isWithin(confidenceThreshold, 0, 1),
    maximumAttempts:
      maximumAttempts === null ||
      (Number.isInteger(maximumAttempts) && isWithin(maximumAttempts, 1, MAX_ATTEMPTS)),
    maximumTimeMs: maximumTimeMs === null || isWithin(maximumTimeMs, 1, MAX_TIME_MS),
    label: target.label === null || /^\S{1,255}$/.test(target.label),
    costs:
      costs === null ||
      [costs.wrongResolution, costs.handOff].every((cost) => isWithin(cost, 0, MAX_COST)),
  };
  return (Object.keys(isFine) as (keyof typeof isFine)[])
    .filter((field) => !isFine[field])
    .map((field) => ({ requestType, field }));
}

const isWithin = (value: number, from: number, to: number): boolean => value >= from && value <= to;

const isTooLong = (policy: EscalationPolicy): boolean =>
  policy.requestTypes.length > MAX_REQUEST_TYPES ||
  new TextEncoder().encode(JSON.stringify(policy)).length > MAX_BYTES;
