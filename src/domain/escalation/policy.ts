import type { EpochMs } from '../time';

/** What an AI agent may do with a ticket. */
export const RISK_CLASSES = ['autonomous', 'supervised', 'never'] as const;
/**
 * - `autonomous`: the agent acts; the threshold decides
 * - `supervised`: people confirm every run, however confident
 * - `never`: the ticket belongs to people
 */
export type RiskClass = (typeof RISK_CLASSES)[number];

/** Where a ticket goes when it is handed off; null leaves that part as it is. */
export interface HandOffTarget {
  /** A group, through the group field that the desk routes by. */
  readonly group: { readonly fieldId: string; readonly name: string } | null;
  readonly assigneeAccountId: string | null;
  /** Jira's id of the priority. */
  readonly priorityId: string | null;
  readonly label: string | null;
  /** Jira's id of the status to move to, by whichever transition leads there. */
  readonly statusId: string | null;
}

/** Of one request type, or of all others of a desk. */
export interface RequestTypePolicy {
  /** 0..1; runs below it go to people. null: confidence decides nothing. */
  readonly confidenceThreshold: number | null;
  readonly riskClass: RiskClass;
  /** Runs on one episode of a ticket, this one included; null: no limit. */
  readonly maximumAttempts: number | null;
  /** From the first run's start to this one's end, in milliseconds; null: no limit. */
  readonly maximumTimeMs: number | null;
  /** Names of tools that may be used; null: all. */
  readonly allowedTools: readonly string[] | null;
  readonly target: HandOffTarget;
  /** What the threshold lab weighs, in the desk's own unit of money; null: not said. */
  readonly costs: EscalationCosts | null;
}

export interface EscalationCosts {
  /** Of a resolution by AI that does not hold. */
  readonly wrongResolution: number;
  /** Of handing a ticket to people. */
  readonly handOff: number;
}

/** Everything that decides when the AI of a desk hands off; published as a whole, as a version. */
export interface EscalationPolicy {
  /** A change is proposed by one person and approved by another. */
  readonly needsSecondPerson: boolean;
  readonly fallback: RequestTypePolicy;
  /** At most one of each name. */
  readonly requestTypes: readonly {
    readonly requestType: string;
    readonly policy: RequestTypePolicy;
  }[];
}

/** The policy that a desk acts by. */
export interface PolicyInForce {
  /** 1, 2, … */
  readonly version: number;
  /** Runs that ended before are not handed off by it: ten minutes before it, but for the first version. */
  readonly since: EpochMs;
  readonly policy: EscalationPolicy;
}

export const NO_TARGET: HandOffTarget = {
  group: null,
  assigneeAccountId: null,
  priorityId: null,
  label: null,
  statusId: null,
};

/** Lets everything pass: what a desk starts its first draft with. */
export const OPEN_POLICY: EscalationPolicy = {
  needsSecondPerson: false,
  fallback: {
    confidenceThreshold: null,
    riskClass: 'autonomous',
    maximumAttempts: null,
    maximumTimeMs: null,
    allowedTools: null,
    target: NO_TARGET,
    costs: null,
  },
  requestTypes: [],
};

export const policyFor = (
  { fallback, requestTypes }: EscalationPolicy,
  requestType: string | null,
): RequestTypePolicy =>
  requestTypes.find((each) => each.requestType === requestType)?.policy ?? fallback;
