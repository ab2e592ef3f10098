import type { EpochMs } from '../time';
import type { Evaluation, RunResult } from './span-facts';

/** A tool call of a run. */
export interface RunStep {
  readonly tool: string;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
  readonly hasFailed: boolean;
  /** Class of the error; null without. */
  readonly errorType: string | null;
}

/**
 * One attempt of an AI agent at a ticket, told by its spans: one per trace. Which spans came first,
 * late or twice does not show in it.
 */
export interface AgentRun {
  /** 32 hex digits, the trace's id; or the sender's own id of a run. */
  readonly traceId: string;
  readonly conversationId: string | null;
  readonly ticketRef: string | null;
  /** The name that the spans give; null without. Whose run it is is decided by the credential. */
  readonly agentName: string | null;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
  /** Its root span has come, or it says its result: nothing decisive is missing. */
  readonly isComplete: boolean;
  readonly result: RunResult | null;
  /** 0..1; null when the agent did not say. */
  readonly confidence: number | null;
  readonly verifiedActions: number;
  readonly handOffReason: string | null;
  readonly traceUrl: string | null;
  /** Most used first. */
  readonly models: readonly string[];
  /** Sum over the model spans; null when none tells. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
  readonly modelCalls: number;
  /** In time order. */
  readonly steps: readonly RunStep[];
  readonly evaluations: readonly Evaluation[];
  /** Distinct spans that it is told by. Grows only: of two tellings of a run the larger is newer. */
  readonly spans: number;
}
