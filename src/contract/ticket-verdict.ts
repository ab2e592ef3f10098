import { z } from 'zod';

import type { HandOffReason } from '../domain/escalation/decision';
import { OVERRIDE_POLICIES, type OverridePolicy } from '../domain/outcome/override-policy';
import { OUTCOMES, type Evidence, type Outcome, type RuleName } from '../domain/outcome/outcome';
import type { ActorKind } from '../domain/timeline/actor';
import type { DeskSla } from '../domain/timeline/ticket';
import { issueSchema, type TicketRecord } from './inputs';

export const readTicketVerdictInputSchema = z.strictObject({ issue: issueSchema });
export type ReadTicketVerdictInput = z.infer<typeof readTicketVerdictInputSchema>;

/** Who set an outcome by hand. The account's name is read by the viewer's own page. */
export interface OverrideView {
  readonly accountId: string | null;
  readonly at: string;
}

/** What has become of the decision that people take over. */
export interface HandOffView {
  /** When the run ended that decided it. */
  readonly at: string;
  readonly reason: HandOffReason;
  /** `called-off`: the ticket was done before people were told. */
  readonly state: 'under-way' | 'waiting' | 'done' | 'called-off';
  /** Why it waits: an AppError kind, or `refused:` and Jira's ids of fields; null unless it waits. */
  readonly problem: string | null;
}

export interface TicketVerdictEpisode {
  readonly ordinal: number;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly reason: string | null;
  readonly evidence: Evidence | null;
  readonly firstContact: boolean;
  readonly decidedAt: string | null;
  /** When the window ends; null when nothing is decided. */
  readonly maturesAt: string | null;
  readonly agent: string | null;
  readonly confidence: number | null;
  /** What the confidence was, or is, measured against; null: no threshold. */
  readonly threshold: number | null;
  /** null: the policy has not handed it to people. */
  readonly handOff: HandOffView | null;
  /** null unless rule is `overridden`. */
  readonly override: OverrideView | null;
}

/** A step in the ticket's life, for people; `what` is a code that the panel puts into words. */
export interface TicketStep {
  readonly at: string;
  readonly episode: number;
  readonly who: ActorKind;
  /** Registered name of an AI agent; null for everyone else: names of people are not stored. */
  readonly agent: string | null;
  readonly what:
    | 'opened'
    | 'commented'
    | 'noted'
    | 'assigned'
    | 'status'
    | 'resolved'
    | 'reopened'
    | 'handed-off'
    | 'run-resolved'
    | 'run-escalated'
    | 'run-unresolved'
    | 'rated'
    | 'overridden';
  /** Status name or reason; null otherwise. */
  readonly detail: string | null;
}

export interface TicketVerdict {
  readonly issueKey: string | null;
  /** null for an issue of Jira. */
  readonly record: TicketRecord | null;
  /** What the desk itself says of its service levels; null where it says nothing. */
  readonly sla: DeskSla | null;
  readonly windowHours: number;
  readonly definitionVersion: number;
  readonly timeZone: string;
  /** Oldest first; the last is what the ticket's tag says. Empty: not scored yet. */
  readonly episodes: readonly TicketVerdictEpisode[];
  readonly steps: readonly TicketStep[];
  readonly asOf: string;
}

export { OVERRIDE_POLICIES, type OverridePolicy };

export const readOverrideOptionsInputSchema = z.strictObject({ issue: issueSchema });
export type ReadOverrideOptionsInput = z.infer<typeof readOverrideOptionsInputSchema>;

/** Asked apart from the verdict, and once: the answer does not change while somebody looks. */
export interface OverrideOptions {
  readonly mayOverride: boolean;
  readonly policy: OverridePolicy;
}

/** What a person may say became of an episode: never that it is open or pending. */
export const OVERRIDE_OUTCOMES = OUTCOMES.filter(
  (outcome) => outcome !== 'open' && outcome !== 'pending',
);

export const overrideOutcomeInputSchema = z.strictObject({
  issue: issueSchema,
  /** Made anew for each decision of a person, so that sending it twice is one override. */
  requestId: z.uuid(),
  outcome: z.enum(OVERRIDE_OUTCOMES),
  reason: z.string().trim().min(3, 'say why, in a few words').max(200, 'at most 200 characters'),
});
export type OverrideOutcomeInput = z.infer<typeof overrideOutcomeInputSchema>;

/** Takes back every override of the latest episode: the rules decide again. */
export const undoOverrideInputSchema = z.strictObject({ issue: issueSchema });
export type UndoOverrideInput = z.infer<typeof undoOverrideInputSchema>;
