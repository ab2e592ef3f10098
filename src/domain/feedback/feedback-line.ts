import type { HandOffReason } from '../escalation/decision';
import type { Evidence, Outcome, RuleName } from '../outcome/outcome';
import { isMature, type Verdict } from '../outcome/verdict';
import type { AgentRun } from '../run/agent-run';
import type { Evaluation, RunResult } from '../run/span-facts';
import type { EpochMs } from '../time';
import { toolUses, type ToolUse } from './tool-uses';

/**
 * One run of an agent with what became of its episode, for retraining: a line of the export. Ids,
 * figures, codes and names of the catalogue; no text of anybody, no name of a person. Times are ISO 8601
 * in UTC; null: not told, or not known.
 */
export interface FeedbackLine {
  readonly format: 'firstline-feedback';
  readonly formatVersion: 1;
  readonly runId: string;
  readonly agentId: string;
  readonly deskId: string;
  readonly ticketId: string;
  /** 0 for the ticket's first. */
  readonly episode: number;
  readonly startedAt: string;
  readonly endedAt: string;
  /** The run is told to its end. */
  readonly isComplete: boolean;
  readonly features: {
    readonly requestType: string | null;
    readonly priority: string | null;
    /** 1 for the first run of the episode. */
    readonly attempt: number;
    /** Most used first. */
    readonly models: readonly string[];
    readonly modelCalls: number;
    readonly inputTokens: number | null;
    readonly outputTokens: number | null;
    readonly costUsd: number | null;
    readonly durationMs: number;
    readonly toolCalls: number;
    readonly toolFailures: number;
    readonly tools: readonly ToolUse[];
    readonly verifiedActions: number;
    /** 0..1 */
    readonly confidence: number | null;
    readonly evaluations: readonly Evaluation[];
  };
  /** What the agent said became of it. */
  readonly claim: { readonly result: RunResult | null; readonly handOffReason: string | null };
  /** What Firstline judged of the episode. */
  readonly label: {
    readonly outcome: Outcome;
    readonly rule: RuleName;
    readonly reason: string | null;
    readonly evidence: Evidence | null;
    readonly isFirstContact: boolean;
    readonly decidedAt: string | null;
    /** The window has ended: it changes no more by itself. */
    readonly isMature: boolean;
  };
  /** A person's decision, which the label then is; null: nobody has decided. */
  readonly correction: { readonly outcome: Outcome; readonly at: string } | null;
  /** Why this run was handed to people by the desk's policy; null: it was not. */
  readonly handOff: { readonly reason: HandOffReason } | null;
}

/** All that a line is made of. */
export interface FeedbackSource {
  readonly runId: string;
  readonly agentId: string;
  readonly deskId: string;
  readonly ticketId: string;
  readonly run: AgentRun;
  readonly attempt: number;
  readonly episode: Verdict & {
    readonly requestType: string | null;
    readonly priority: string | null;
  };
  readonly correction: { readonly outcome: Outcome; readonly at: EpochMs } | null;
  readonly handOffReason: HandOffReason | null;
  /** What is mature is decided by it. */
  readonly asOf: EpochMs;
}

export function feedbackLine(source: FeedbackSource): FeedbackLine {
  const { run, episode, correction, handOffReason } = source;
  const { runId, agentId, deskId, ticketId } = source;
  return {
    format: 'firstline-feedback',
    formatVersion: 1,
    runId,
    agentId,
    deskId,
    ticketId,
    episode: episode.ordinal,
    startedAt: iso(run.startedAt),
    endedAt: iso(run.endedAt),
    isComplete: run.isComplete,
    features: featuresOf(source),
    claim: { result: run.result, handOffReason: codeOf(run.handOffReason) },
    label: labelOf(source),
    correction:
      correction === null ? null : { outcome: correction.outcome, at: iso(correction.at) },
    handOff: handOffReason === null ? null : { reason: handOffReason },
  };
}

function featuresOf({ run, episode, attempt }: FeedbackSource): FeedbackLine['features'] {
  return {
    requestType: episode.requestType,
    priority: episode.priority,
    attempt,
    models: run.models,
    modelCalls: run.modelCalls,
    inputTokens: run.inputTokens,
    outputTokens: run.outputTokens,
    costUsd: run.costUsd,
    durationMs: run.endedAt - run.startedAt,
    toolCalls: run.steps.length,
    toolFailures: run.steps.filter(({ hasFailed }) => hasFailed).length,
    tools: toolUses(run.steps),
    verifiedActions: run.verifiedActions,
    confidence: run.confidence,
    evaluations: run.evaluations.map(({ name, score, label }) => ({
      name,
      score,
      label: codeOf(label),
    })),
  };
}

function labelOf({ episode, asOf }: FeedbackSource): FeedbackLine['label'] {
  const { outcome, rule, reason, evidence, firstContact, decidedAt } = episode;
  return {
    outcome,
    rule,
    // A person's reason is a person's text.
    reason: rule === 'overridden' ? null : codeOf(reason),
    evidence,
    isFirstContact: firstContact,
    decidedAt: decidedAt === null ? null : iso(decidedAt),
    isMature: isMature(episode, asOf),
  };
}

/** Whatever has a space in it may be a sentence, or a name. */
const CODE = /^[\p{L}\p{N}_][\p{L}\p{N}_.:/-]{0,63}$/u;
const codeOf = (text: string | null): string | null =>
  text !== null && CODE.test(text) ? text : null;

const iso = (at: EpochMs): string => new Date(at).toISOString();
