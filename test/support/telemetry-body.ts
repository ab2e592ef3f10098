import type { AgentRun } from '../../src/domain/run/agent-run';
import { foldRun } from '../../src/domain/run/fold-run';
import type { SpanFacts } from '../../src/domain/run/span-facts';
import { createTelemetryReader } from '../../src/adapters/telemetry/telemetry-reader';

const reader = createTelemetryReader();

/** Reads a body as the endpoint would; text is sent as it is, anything else as its JSON. */
export const readTelemetry = (
  body: unknown,
  headers: { readonly contentType?: string | null; readonly contentEncoding?: string } = {},
) =>
  reader.read({
    body:
      body instanceof Uint8Array
        ? body
        : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
    contentType: headers.contentType === undefined ? 'application/json' : headers.contentType,
    contentEncoding: headers.contentEncoding ?? null,
  });

/** The batch of a body that must be readable. */
export function batchOf(body: unknown) {
  const reading = readTelemetry(body);
  if (!reading.ok) throw new Error(`Unreadable: ${JSON.stringify(reading.problem)}`);
  return reading.batch;
}

/** The runs that a batch tells of, in the order in which they appear. */
export function runsOf({ spans }: ReturnType<typeof batchOf>): readonly AgentRun[] {
  const traces = new Map<string, SpanFacts[]>();
  for (const { traceId, span } of spans) {
    traces.set(traceId, [...(traces.get(traceId) ?? []), span]);
  }
  return [...traces].map(([traceId, facts]) => foldRun(traceId, facts));
}

type Value = string | number | boolean | readonly string[];
export type AttributeValues = Readonly<Record<string, Value>>;

/** OTLP's list of keys and values. */
export const keyValues = (attributes: AttributeValues) =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));

function anyValue(value: Value): unknown {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value !== 'number') {
    return { arrayValue: { values: value.map((each) => ({ stringValue: each })) } };
  }
  // As OTLP's JSON has it: whole numbers are strings.
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}

export const otlpBody = (spans: readonly unknown[]) => ({
  resourceSpans: [
    {
      resource: { attributes: keyValues({ 'service.name': 'agent' }) },
      scopeSpans: [{ scope: { name: 'test' }, spans }],
    },
  ],
});

/** A root span of one second. */
export const otlpSpan = (
  attributes: AttributeValues = {},
  members: Readonly<Record<string, unknown>> = {},
) => ({
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: 'eee19b7ec3c1b174',
  name: 'work',
  kind: 1,
  startTimeUnixNano: '1772442000000000000',
  endTimeUnixNano: '1772442001000000000',
  attributes: keyValues(attributes),
  ...members,
});

/** The facts of one span that must be readable. */
export function factsOf(attributes: AttributeValues, members?: Readonly<Record<string, unknown>>) {
  const { spans, refused } = batchOf(otlpBody([otlpSpan(attributes, members)]));
  const [received] = spans;
  if (received === undefined) throw new Error(`Refused: ${refused.join('; ')}`);
  return received.span;
}
