import { z } from 'zod';

import { RISK_CLASSES, type EscalationPolicy } from '../domain/escalation/policy';
import { projectSchema, type DeskLabel } from './inputs';

export type {
  EscalationCosts,
  EscalationPolicy,
  HandOffTarget,
  RequestTypePolicy,
  RiskClass,
} from '../domain/escalation/policy';

const DAY_MS = 86_400_000;

const nameSchema = z.string().trim().min(1, 'a name').max(255);
/** Jira's ids and keys of fields: they become part of requests. */
const jiraIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'an id of Jira');

const handOffTargetSchema = z.strictObject({
  group: z.strictObject({ fieldId: jiraIdSchema, name: nameSchema }).nullable(),
  assigneeAccountId: z.string().min(1).max(128).nullable(),
  priorityId: jiraIdSchema.nullable(),
  label: z
    .string()
    .regex(/^\S{1,255}$/, 'a label has no spaces')
    .nullable(),
  statusId: jiraIdSchema.nullable(),
});

const costSchema = z.number().min(0, 'zero or more').max(1_000_000_000);

const requestTypePolicySchema = z.strictObject({
  confidenceThreshold: z.number().min(0, 'from 0').max(1, 'to 1').nullable(),
  riskClass: z.enum(RISK_CLASSES),
  maximumAttempts: z.int('a whole number').min(1, 'at least 1').max(100).nullable(),
  maximumTimeMs: z
    .int()
    .positive('more than 0')
    .max(31 * DAY_MS, 'at most 31 days')
    .nullable(),
  allowedTools: z
    .array(nameSchema)
    .max(100)
    .refine((tools) => new Set(tools).size === tools.length, 'a tool is there twice')
    .readonly()
    .nullable(),
  target: handOffTargetSchema,
  costs: z.strictObject({ wrongResolution: costSchema, handOff: costSchema }).nullable(),
});

/** An entry of the audit holds it whole. */
const MAX_POLICY_BYTES = 40_000;

const escalationPolicySchema: z.ZodType<EscalationPolicy> = z
  .strictObject({
    needsSecondPerson: z.boolean(),
    fallback: requestTypePolicySchema,
    requestTypes: z
      .array(z.strictObject({ requestType: nameSchema, policy: requestTypePolicySchema }))
      .max(100)
      .refine(
        (types) => new Set(types.map(({ requestType }) => requestType)).size === types.length,
        'a request type is there twice',
      )
      .readonly(),
  })
  .refine(
    (policy) => new TextEncoder().encode(JSON.stringify(policy)).length <= MAX_POLICY_BYTES,
    'too long together: use fewer request types or tools',
  );

const reasonSchema = z.string().trim().max(200, 'at most 200 characters');

export const readEscalationPolicyInputSchema = z.strictObject({ project: projectSchema });
export type ReadEscalationPolicyInput = z.infer<typeof readEscalationPolicyInputSchema>;

export interface PolicyVersion {
  readonly version: number;
  readonly publishedAt: string;
  /** Names are read by the viewer's own page. */
  readonly proposedBy: string;
  /** null when no second person was needed. */
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly restoredFrom: number | null;
  readonly policy: EscalationPolicy;
}

/** A change that waits for a second person's yes. */
export interface PolicyProposalView {
  readonly proposalId: string;
  readonly at: string;
  readonly proposedBy: string;
  /** The viewer proposed it, and so cannot approve it. */
  readonly isOwn: boolean;
  readonly reason: string | null;
  readonly restoredFrom: number | null;
  readonly policy: EscalationPolicy;
}

export interface DeskEscalationPolicy {
  readonly desk: DeskLabel;
  readonly asOf: string;
  /** 0: none was published; then nothing is handed off, and `policy` is the open one. */
  readonly version: number;
  readonly policy: EscalationPolicy;
  /** Newest first; at most 50. */
  readonly versions: readonly PolicyVersion[];
  readonly proposal: PolicyProposalView | null;
  /** Names that occurred in the desk's tickets, for choosing. */
  readonly seen: { readonly requestTypes: readonly string[]; readonly tools: readonly string[] };
}

export const publishEscalationPolicyInputSchema = z.strictObject({
  project: projectSchema,
  policy: escalationPolicySchema,
  reason: reasonSchema,
  /** The version that the person saw (0: none); when another one holds by now, nothing is written. */
  basedOnVersion: z.int().min(0),
  restoredFrom: z.int().positive().nullable(),
});
export type PublishEscalationPolicyInput = z.infer<typeof publishEscalationPolicyInputSchema>;

/** `proposed`: it waits for a second person. */
export type PolicyPublication =
  | { readonly status: 'published'; readonly version: number }
  | { readonly status: 'proposed'; readonly proposalId: string };

export const decidePolicyProposalInputSchema = z.strictObject({
  project: projectSchema,
  proposalId: z.uuid(),
  /** `withdraw` by whoever proposed it; the others by somebody else. */
  decision: z.enum(['approve', 'reject', 'withdraw']),
});
export type DecidePolicyProposalInput = z.infer<typeof decidePolicyProposalInputSchema>;
