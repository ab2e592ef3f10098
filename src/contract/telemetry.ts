import { z } from 'zod';

import type { HandOffReason } from '../domain/escalation/decision';
import type { HandOffStep } from '../domain/escalation/hand-off-step';
import type { TicketRecord } from './inputs';

export type { HandOffReason } from '../domain/escalation/decision';

const labelSchema = z.string().trim().min(1, 'a name to tell it by').max(64);
const credentialIdSchema = z.string().min(1).max(64);
const traceUrlTemplateSchema = z
  .string()
  .max(500)
  .refine(
    (url) => url.startsWith('https://') && url.includes('{traceId}') && URL.canParse(url),
    'an https address with {traceId} in it',
  )
  .nullable();

export const createCredentialInputSchema = z.strictObject({
  agentId: z.string().min(1).max(128),
  label: labelSchema,
  traceUrlTemplate: traceUrlTemplateSchema,
});
export type CreateCredentialInput = z.infer<typeof createCredentialInputSchema>;

export const changeCredentialInputSchema = z.strictObject({
  credentialId: credentialIdSchema,
  /** `rotate` gives a new secret, and the old one holds for another day. */
  action: z.enum(['rotate', 'revoke']),
});
export type ChangeCredentialInput = z.infer<typeof changeCredentialInputSchema>;

/** Shown once: it is not told again. */
export interface IssuedCredential {
  readonly credentialId: string;
  /** As `Authorization: Bearer <token>`; what stands after its dot is the HMAC secret. null: revoked. */
  readonly token: string | null;
}

export interface CredentialView {
  readonly credentialId: string;
  readonly agentId: string;
  readonly agentName: string | null;
  readonly label: string;
  readonly createdAt: string;
  /** An account id. Names are read by the viewer's own page. */
  readonly createdBy: string;
  readonly rotatedAt: string | null;
  readonly revokedAt: string | null;
  /** Within the hour; null: never used. */
  readonly lastUsedAt: string | null;
  /** The secret before the last rotation is accepted until then; null: no longer, or there was none. */
  readonly formerSecretUntil: string | null;
  readonly traceUrlTemplate: string | null;
}

/** A hand-off that is not done yet. Of Jira's tickets, key and summary are read by the viewer's own page. */
export interface WaitingHandOff {
  readonly handOffId: string;
  /** Jira's issue id, digits; of ServiceNow `sn-` and the sys_id. */
  readonly issueId: string;
  /** null for an issue of Jira. */
  readonly record: TicketRecord | null;
  readonly reason: HandOffReason;
  readonly decidedAt: string;
  readonly step: HandOffStep;
  /** A kind of AppError, or `refused:` and Jira's ids of fields; null while nothing is wrong. */
  readonly problem: string | null;
  readonly attempts: number;
}

/** Asked of administration apart from the rest, so that each call keeps its two statements. */
export interface TelemetryStatus {
  readonly asOf: string;
  /** Where agents send; null when the platform gives no address. */
  readonly endpoint: string | null;
  readonly credentials: readonly CredentialView[];
  readonly unmatched: readonly {
    readonly agentId: string;
    readonly agentName: string | null;
    readonly runs: number;
    readonly lastReceivedAt: string;
  }[];
  /** Oldest first; at most 100. */
  readonly handOffs: readonly WaitingHandOff[];
}

/** Labelled outcomes for retraining, as JSON Lines; one line a run. Made by a job, in parts. */
export const startFeedbackExportInputSchema = z.strictObject({
  /** Only runs of which there is something new to tell since the exports before. */
  sinceLast: z.boolean(),
});
export type StartFeedbackExportInput = z.infer<typeof startFeedbackExportInputSchema>;

export interface FeedbackExportState {
  readonly exportId: string;
  readonly status: 'running' | 'done';
  /** It is running, but has not moved for hours: another may be started. */
  readonly isStuck: boolean;
  readonly sinceLast: boolean;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  /** Lines so far. */
  readonly runs: number;
  /** Parts that can be read: 0 … parts − 1. All of them are there once it is done. */
  readonly parts: number;
}

export const readFeedbackPartInputSchema = z.strictObject({
  exportId: z.uuid(),
  part: z.int().min(0),
});
export type ReadFeedbackPartInput = z.infer<typeof readFeedbackPartInputSchema>;

export interface FeedbackPart {
  /** Whole lines, each ended by a line break; null: the export is no longer there, or has no such part. */
  readonly lines: string | null;
}
