import { createHash } from 'node:crypto';

import { AI_ACCOUNT } from '../accounts';
import type { RunAction, ScriptStep, TicketScript } from '../ticket-script';
import { keyValues, type AttributeValues, type KeyValue } from './otlp-attributes';

/** A span as OTLP's JSON has it. */
export interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly KeyValue[];
  readonly status?: { readonly code: number; readonly message: string };
}

const INTERNAL = 1;
const CLIENT = 3;
const FAILED = 2;

/** 32 hex digits; the same run of the same demo always has the same. */
export const traceIdOf = ({ id }: TicketScript, { atMs }: RunAction): string =>
  hash(`${id}/${atMs}`).slice(0, 32);

/**
 * A run as an agent's tooling exports it: OpenTelemetry's GenAI conventions, prompts and tool
 * arguments included, which are nobody's business but the agent's.
 *
 * @param ticketKey - e.g. `IT-12`
 */
export function runSpans(
  script: TicketScript,
  action: RunAction,
  ticketKey: string,
  agentName: string = AI_ACCOUNT.displayName,
): readonly OtlpSpan[] {
  const { run, atMs } = action;
  const traceId = traceIdOf(script, action);
  const rootId = spanIdOf(traceId, 0);
  const root: OtlpSpan = {
    traceId,
    spanId: rootId,
    name: `invoke_agent ${agentName}`,
    kind: INTERNAL,
    startTimeUnixNano: nanoseconds(run.startedAtMs),
    endTimeUnixNano: nanoseconds(atMs),
    attributes: keyValues({
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': agentName,
      'gen_ai.conversation.id': script.id,
      'firstline.ticket.key': ticketKey,
      'firstline.result': run.result,
      'firstline.confidence': run.confidence,
      'firstline.verified_actions': run.verifiedActions,
      ...(run.reason === null ? {} : { 'firstline.handoff.reason': run.reason }),
    }),
  };
  const steps = run.steps.map((step, index): OtlpSpan => ({
    traceId,
    spanId: spanIdOf(traceId, index + 1),
    parentSpanId: rootId,
    name: step.kind === 'tool' ? `execute_tool ${step.tool}` : `chat ${step.model}`,
    kind: step.kind === 'tool' ? INTERNAL : CLIENT,
    startTimeUnixNano: nanoseconds(step.startedAtMs),
    endTimeUnixNano: nanoseconds(step.endedAtMs),
    attributes: keyValues(attributesOf(step, script)),
    ...failureOf(step),
  }));
  return [root, ...steps];
}

function attributesOf(step: ScriptStep, { summary }: TicketScript): AttributeValues {
  if (step.kind === 'model') {
    return {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'atlas',
      'gen_ai.request.model': step.model,
      'gen_ai.usage.input_tokens': step.inputTokens,
      'gen_ai.usage.output_tokens': step.outputTokens,
      'gen_ai.usage.cost': step.costUsd,
      'gen_ai.input.messages': messages('user', summary),
      'gen_ai.output.messages': messages('assistant', `This is about: ${summary}`),
    };
  }
  return {
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': step.tool,
    'gen_ai.tool.call.arguments': JSON.stringify({ about: summary }),
    ...(step.errorType === null
      ? { 'gen_ai.tool.call.result': JSON.stringify({ found: summary }) }
      : { 'error.type': step.errorType }),
  };
}

const messages = (role: string, content: string): string =>
  JSON.stringify([{ role, parts: [{ type: 'text', content }] }]);

const failureOf = (step: ScriptStep): Pick<OtlpSpan, 'status'> =>
  step.kind === 'tool' && step.errorType !== null
    ? { status: { code: FAILED, message: `${step.tool} failed: ${step.errorType}` } }
    : {};

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const spanIdOf = (traceId: string, index: number): string =>
  hash(`${traceId}/${index}`).slice(0, 16);
/** Beyond what a double holds: digits are put behind. */
const nanoseconds = (ms: number): string => `${ms}000000`;
