import type { EpochMs } from '../time';

/** What a span is about; spans about anything else only stretch their run in time. */
export const SPAN_KINDS = ['agent', 'model', 'tool', 'other'] as const;
export type SpanKind = (typeof SPAN_KINDS)[number];

/** What an agent says became of its work; null: it does not say. */
export type RunResult = 'resolved' | 'escalated' | 'unresolved';

/** What an agent says of its run as a whole, on any of its spans; null: not said here. */
export interface RunStatement {
  /** Key or id of the ticket as the agent names it, e.g. `IT-12`. */
  readonly ticketRef: string | null;
  readonly result: RunResult | null;
  /** 0..1 */
  readonly confidence: number | null;
  /** Whole number of tool calls whose effect was checked. */
  readonly verifiedActions: number | null;
  /** A code such as `missing-permission`, never a sentence. */
  readonly handOffReason: string | null;
  /** https address of the trace in the agent's own tooling. */
  readonly traceUrl: string | null;
  /** Session, thread or conversation. */
  readonly conversationId: string | null;
}

/** Verdict of an evaluator on the run or a step of it. */
export interface Evaluation {
  readonly name: string;
  /** As reported, in the evaluator's own unit; null when only a label was given. */
  readonly score: number | null;
  readonly label: string | null;
}

/**
 * All that is kept of one span: names, figures and codes. Prompts, completions, tool arguments and
 * results are dropped before this exists.
 */
export interface SpanFacts {
  /** 16 hex digits, or the sender's own id of a step. Unique within its run. */
  readonly spanId: string;
  /** null: the root of its trace. */
  readonly parentSpanId: string | null;
  readonly kind: SpanKind;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs;
  /** Of an agent span: the agent's name; of a tool span: the tool's; otherwise null. */
  readonly name: string | null;
  /** Of a model span; null otherwise. */
  readonly model: string | null;
  /** Counted on model spans only, so that sums do not count twice; null where not told. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** US dollars; null where not told. */
  readonly costUsd: number | null;
  readonly hasFailed: boolean;
  /** Class of the error (`error.type`), never its message; null without. */
  readonly errorType: string | null;
  readonly statement: RunStatement;
  readonly evaluations: readonly Evaluation[];
}

export const NOTHING_STATED: RunStatement = {
  ticketRef: null,
  result: null,
  confidence: null,
  verifiedActions: null,
  handOffReason: null,
  traceUrl: null,
  conversationId: null,
};

/** A span that says nothing of what it may leave out. */
export const UNTOLD = {
  parentSpanId: null,
  name: null,
  model: null,
  inputTokens: null,
  outputTokens: null,
  costUsd: null,
  hasFailed: false,
  errorType: null,
  statement: NOTHING_STATED,
  evaluations: [],
} as const satisfies Partial<SpanFacts>;
