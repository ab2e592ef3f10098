import { UNTOLD, type RunStatement, type SpanFacts } from '../../domain/run/span-facts';
import { epochMs, type EpochMs } from '../../domain/time';
import type { NativeRun } from './native-schema';

/**
 * A native run as spans: its own, one per step, and one that stands for its model calls where tokens
 * or cost are given.
 *
 * A run that asks is told by a span inside the one to come, with an id of its own: however late it
 * arrives, it does not replace the run's end, and until that has come the run is not complete. Its
 * tokens are left to the end for the same reason.
 */
export function nativeSpans(run: NativeRun): readonly SpanFacts[] {
  const steps = run.steps.map((step) => toStepSpan(step));
  if (run.endedAt === null) {
    const latest = epochMs(
      steps.reduce<number>((last, { endedAt }) => Math.max(last, endedAt), run.startedAt),
    );
    const asking = aSpan(`asking:${latest}`, RUN, run.startedAt, latest);
    return [{ ...asking, kind: 'agent', statement: statementOf(run) }, ...steps];
  }
  const whole = aSpan(RUN, null, run.startedAt, run.endedAt);
  return [
    { ...whole, kind: 'agent', statement: statementOf(run) },
    ...(run.tokens === null && run.costUsd === null ? [] : [toModelSpan(run, run.endedAt)]),
    ...steps,
  ];
}

/** Is it to be decided as if it ended now? */
export const isAsking = ({ endedAt }: NativeRun): boolean => endedAt === null;

/** Ids of steps have a prefix, so that none of them meets this one. */
const RUN = 'run';

const aSpan = (
  spanId: string,
  parentSpanId: string | null,
  startedAt: EpochMs,
  endedAt: EpochMs,
): SpanFacts => ({
  ...UNTOLD,
  spanId,
  parentSpanId,
  kind: 'other',
  startedAt,
  endedAt,
});

const toStepSpan = (step: NativeRun['steps'][number]): SpanFacts => ({
  ...aSpan(`step:${step.id}`, RUN, step.startedAt, step.endedAt ?? step.startedAt),
  kind: 'tool',
  name: step.tool,
  hasFailed: step.failed || step.errorType !== null,
  errorType: step.errorType,
});

const toModelSpan = (run: NativeRun, endedAt: EpochMs): SpanFacts => ({
  ...aSpan('model', RUN, run.startedAt, endedAt),
  kind: 'model',
  model: run.model,
  inputTokens: run.tokens?.input ?? null,
  outputTokens: run.tokens?.output ?? null,
  costUsd: run.costUsd,
});

const statementOf = (run: NativeRun): RunStatement => ({
  ticketRef: run.ticket,
  result: run.result,
  confidence: run.confidence,
  verifiedActions: run.verifiedActions,
  handOffReason: run.handOffReason,
  traceUrl: run.traceUrl,
  conversationId: run.conversation,
});
