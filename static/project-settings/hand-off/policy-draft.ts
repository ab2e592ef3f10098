import type { EscalationPolicy, HandOffTarget, RequestTypePolicy } from '../../../src/contract';

/** What the form holds of one policy: texts as they are typed, empty for what is not set. */
export interface TypeDraft {
  readonly riskClass: RequestTypePolicy['riskClass'];
  /** Of 100. */
  readonly thresholdPercent: string;
  readonly attempts: string;
  readonly minutes: string;
  readonly hasToolList: boolean;
  readonly tools: readonly string[];
  readonly group: HandOffTarget['group'];
  readonly assigneeAccountId: string | null;
  readonly priorityId: string | null;
  readonly label: string;
  readonly statusId: string | null;
  readonly wrongResolutionCost: string;
  readonly handOffCost: string;
}

export interface PolicyDraft {
  readonly needsSecondPerson: boolean;
  readonly fallback: TypeDraft;
  readonly requestTypes: readonly { readonly requestType: string; readonly draft: TypeDraft }[];
}

/** What decides about a request type, or about all others (null). */
export const typeDraftIn = (
  { fallback, requestTypes }: PolicyDraft,
  requestType: string | null,
): TypeDraft => requestTypes.find((each) => each.requestType === requestType)?.draft ?? fallback;

/** What of a policy changes when that of a request type does, or that of all others (null). */
export const patchedType = (
  { fallback, requestTypes }: PolicyDraft,
  requestType: string | null,
  patch: Partial<TypeDraft>,
): Partial<PolicyDraft> =>
  requestType === null
    ? { fallback: { ...fallback, ...patch } }
    : {
        requestTypes: requestTypes.map((each) =>
          each.requestType === requestType ? { ...each, draft: { ...each.draft, ...patch } } : each,
        ),
      };

const MINUTE_MS = 60_000;
/** Keeps 0.57 from becoming 56.99999999999999 %. */
const PRECISION = 12;

export const draftOf = (policy: EscalationPolicy): PolicyDraft => ({
  needsSecondPerson: policy.needsSecondPerson,
  fallback: typeDraftOf(policy.fallback),
  requestTypes: policy.requestTypes.map((each) => ({
    requestType: each.requestType,
    draft: typeDraftOf(each.policy),
  })),
});

/** Numbers that are no numbers become NaN: what validates them says so. */
export const policyOf = (draft: PolicyDraft): EscalationPolicy => ({
  needsSecondPerson: draft.needsSecondPerson,
  fallback: typePolicyOf(draft.fallback),
  requestTypes: draft.requestTypes.map((each) => ({
    requestType: each.requestType,
    policy: typePolicyOf(each.draft),
  })),
});

const typeDraftOf = ({ target, costs, ...policy }: RequestTypePolicy): TypeDraft => ({
  riskClass: policy.riskClass,
  thresholdPercent: percentText(policy.confidenceThreshold),
  attempts: textOf(policy.maximumAttempts),
  minutes: textOf(policy.maximumTimeMs === null ? null : policy.maximumTimeMs / MINUTE_MS),
  hasToolList: policy.allowedTools !== null,
  tools: policy.allowedTools ?? [],
  group: target.group,
  assigneeAccountId: target.assigneeAccountId,
  priorityId: target.priorityId,
  label: target.label ?? '',
  statusId: target.statusId,
  wrongResolutionCost: textOf(costs?.wrongResolution ?? null),
  handOffCost: textOf(costs?.handOff ?? null),
});

export function typePolicyOf(draft: TypeDraft): RequestTypePolicy {
  const [percent, minutes] = [numberOf(draft.thresholdPercent), numberOf(draft.minutes)];
  const { group, assigneeAccountId, priorityId, statusId } = draft;
  const label = draft.label.trim();
  return {
    riskClass: draft.riskClass,
    confidenceThreshold: percent === null ? null : Number((percent / 100).toPrecision(PRECISION)),
    maximumAttempts: numberOf(draft.attempts),
    maximumTimeMs: minutes === null ? null : Math.round(minutes * MINUTE_MS),
    allowedTools: draft.hasToolList ? draft.tools : null,
    target: { group, assigneeAccountId, priorityId, label: label === '' ? null : label, statusId },
    costs: costsOf(draft),
  };
}

function costsOf({ wrongResolutionCost, handOffCost }: TypeDraft): RequestTypePolicy['costs'] {
  const [wrongResolution, handOff] = [numberOf(wrongResolutionCost), numberOf(handOffCost)];
  if (wrongResolution === null && handOff === null) return null;
  return { wrongResolution: wrongResolution ?? NaN, handOff: handOff ?? NaN };
}

/** A threshold 0..1 as the form holds it; empty for none. */
export const percentText = (threshold: number | null): string =>
  textOf(threshold === null ? null : Number((threshold * 100).toPrecision(PRECISION)));

const textOf = (value: number | null): string => (value === null ? '' : String(value));

/** null for an empty text, NaN for one that is no number; a comma counts as a point. */
function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : NaN;
}
