import { epochMs } from '../time';
import type { AgentRun, RunStep } from './agent-run';
import { innermostSpans } from './innermost-spans';
import { type RunStatement, type SpanFacts, NOTHING_STATED } from './span-facts';

/**
 * What the spans of a trace tell together. Depends on the set of spans alone: their order, and how
 * often each came, do not show.
 *
 * @param spans at least one. Of several with one id, the one that ended last counts.
 */
export function foldRun(traceId: string, spans: readonly SpanFacts[]): AgentRun {
  if (spans.length === 0) throw new Error('A run is told by at least one span.');
  const distinct = distinctSpans(spans);
  const ordered = [...distinct.values()].sort(inTimeOrder);
  const statement = stateTogether(ordered);
  const agents = ordered.filter(({ kind }) => kind === 'agent');
  const models = ordered.filter(({ kind }) => kind === 'model');
  const counted = (tells: (span: SpanFacts) => boolean): readonly SpanFacts[] =>
    innermostSpans(models.filter(tells), distinct);
  const withTokens = counted(
    ({ inputTokens, outputTokens }) => inputTokens !== null || outputTokens !== null,
  );

  return {
    traceId,
    conversationId: statement.conversationId,
    ticketRef: statement.ticketRef,
    agentName:
      [...agents]
        .sort((a, b) => Number(b.parentSpanId === null) - Number(a.parentSpanId === null))
        .find(({ name }) => name !== null)?.name ?? null,
    startedAt: epochMs(ordered.reduce((first, span) => Math.min(first, span.startedAt), Infinity)),
    endedAt: epochMs(ordered.reduce((last, span) => Math.max(last, span.endedAt), -Infinity)),
    isComplete:
      statement.result !== null || ordered.some(({ parentSpanId }) => parentSpanId === null),
    result: statement.result,
    confidence: statement.confidence,
    verifiedActions: statement.verifiedActions ?? 0,
    handOffReason: statement.handOffReason,
    traceUrl: statement.traceUrl,
    models: mostUsedFirst(counted(({ model }) => model !== null)),
    inputTokens: sumOf(withTokens.map(({ inputTokens }) => inputTokens)),
    outputTokens: sumOf(withTokens.map(({ outputTokens }) => outputTokens)),
    costUsd: sumOf(counted(({ costUsd }) => costUsd !== null).map(({ costUsd }) => costUsd)),
    modelCalls: counted(() => true).length,
    steps: ordered.filter(({ kind }) => kind === 'tool').map(toStep),
    evaluations: ordered.flatMap(({ evaluations }) => evaluations),
    spans: distinct.size,
  };
}

function distinctSpans(spans: readonly SpanFacts[]): ReadonlyMap<string, SpanFacts> {
  const distinct = new Map<string, SpanFacts>();
  for (const span of spans) {
    const other = distinct.get(span.spanId);
    if (other === undefined || isLaterTelling(span, other)) distinct.set(span.spanId, span);
  }
  return distinct;
}

function isLaterTelling(a: SpanFacts, b: SpanFacts): boolean {
  if (a.endedAt !== b.endedAt) return a.endedAt > b.endedAt;
  // Rarely told apart at all: any order will do as long as it is always the same.
  return canonical(a) > canonical(b);
}

/** The same text for equal spans, in whatever order their members were written. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => compareText(a, b)))
      : each,
  );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Total: ids are distinct. Of spans that begin at once, the one around the others comes first. */
const inTimeOrder = (a: SpanFacts, b: SpanFacts): number =>
  a.startedAt - b.startedAt || b.endedAt - a.endedAt || compareText(a.spanId, b.spanId);

/** Member by member: what the root says counts, else an agent, else any span; of these the latest. */
function stateTogether(ordered: readonly SpanFacts[]): RunStatement {
  const spokesmen = ordered
    .filter(({ statement }) => Object.values(statement).some((each) => each !== null))
    .sort((a, b) => rankOf(a) - rankOf(b) || b.endedAt - a.endedAt || inTimeOrder(b, a));
  const said = <K extends keyof RunStatement>(key: K): RunStatement[K] =>
    spokesmen.find(({ statement }) => statement[key] !== null)?.statement[key] ??
    NOTHING_STATED[key];
  return {
    ticketRef: said('ticketRef'),
    result: said('result'),
    confidence: said('confidence'),
    verifiedActions: said('verifiedActions'),
    handOffReason: said('handOffReason'),
    traceUrl: said('traceUrl'),
    conversationId: said('conversationId'),
  };
}

const rankOf = ({ parentSpanId, kind }: SpanFacts): number =>
  parentSpanId === null ? 0 : kind === 'agent' ? 1 : 2;

/** null when none is told: no data is not zero. */
function sumOf(values: readonly (number | null)[]): number | null {
  const told = values.filter((value) => value !== null);
  return told.length === 0 ? null : told.reduce((sum, value) => sum + value, 0);
}

/** Of equally used ones, the first used comes first. */
function mostUsedFirst(models: readonly SpanFacts[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { model } of models) {
    if (model !== null) uses.set(model, (uses.get(model) ?? 0) + 1);
  }
  return [...uses].sort(([, a], [, b]) => b - a).map(([model]) => model);
}

const toStep = ({ name, startedAt, endedAt, hasFailed, errorType }: SpanFacts): RunStep => ({
  tool: name ?? 'unknown',
  startedAt,
  endedAt,
  hasFailed,
  errorType,
});
