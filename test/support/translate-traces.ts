import { keyValues, otlpBody } from './telemetry-body';

/**
 * Trace files of other tools as the OTLP bodies that their agents would have sent. Attributes and ids
 * are carried over as they are, contents of prompts and tools included: nothing is interpreted here.
 */

/** any-agent's dump of spans. Its ids and times are bare whole numbers above 2^53 and stay so. */
export function anyAgentBody(text: string): string {
  // Outside of quotes alone: quoted texts hold long numbers, too.
  const marked = text.replace(/("(?:[^"\\]|\\.)*")|(?<![\d.])(\d{16,})/g, (_all, quoted, digits) =>
    digits === undefined ? String(quoted) : `"#${String(digits)}#"`,
  );
  const { spans } = JSON.parse(marked) as { readonly spans: readonly AnyAgentSpan[] };
  const body = otlpBody(
    spans.map((span) => ({
      traceId: span.context.trace_id,
      spanId: span.context.span_id,
      ...(span.parent === null ? {} : { parentSpanId: span.parent.span_id }),
      name: span.name,
      kind: 1,
      startTimeUnixNano: span.start_time,
      endTimeUnixNano: span.end_time,
      attributes: keyValues(span.attributes),
      status: { code: { unset: 0, ok: 1, error: 2 }[span.status.status_code] },
      events: [],
    })),
  );
  return JSON.stringify(body).replace(/"#(\d{16,})#"/g, '$1');
}

interface AnyAgentSpan {
  readonly name: string;
  readonly parent: { readonly span_id: string } | null;
  readonly context: { readonly trace_id: string; readonly span_id: string };
  readonly start_time: string;
  readonly end_time: string;
  readonly status: { readonly status_code: 'unset' | 'ok' | 'error' };
  readonly attributes: Readonly<Record<string, string | number>>;
}

/** What Langfuse's API gives of a trace, as the spans that its SDK sends. */
export function langfuseBody(text: string): string {
  const { trace, observations } = JSON.parse(text) as LangfuseExport;
  return JSON.stringify(
    otlpBody(
      observations.map((each) => {
        const { attributes = {}, ...metadata } = each.metadata;
        return {
          traceId: each.traceId,
          spanId: each.id,
          parentSpanId: each.parentObservationId ?? '',
          name: each.name,
          kind: 1,
          startTimeUnixNano: nanoseconds(each.startTime),
          endTimeUnixNano: nanoseconds(each.endTime),
          attributes: keyValues({
            ...asTexts(attributes),
            ...asTexts(metadata, 'langfuse.observation.metadata.'),
            ...asTexts({
              'langfuse.observation.type': each.type.toLowerCase(),
              'langfuse.observation.level': each.level,
              'langfuse.observation.model.name': each.model,
              'langfuse.observation.usage_details': each.usageDetails,
              'langfuse.observation.cost_details': each.costDetails,
              'langfuse.observation.input': each.input,
              'langfuse.observation.output': each.output,
              'langfuse.session.id': trace.sessionId,
            }),
          }),
          status: { code: 0 },
        };
      }),
    ),
  );
}

export interface LangfuseExport {
  readonly trace: { readonly sessionId: string | null };
  readonly observations: readonly {
    readonly id: string;
    readonly traceId: string;
    readonly parentObservationId: string | null;
    readonly type: string;
    readonly name: string;
    readonly level: string;
    readonly model: string | null;
    readonly startTime: string;
    readonly endTime: string;
    readonly usageDetails: Readonly<Record<string, number>>;
    readonly costDetails: Readonly<Record<string, number>>;
    readonly input: unknown;
    readonly output: unknown;
    readonly metadata: {
      readonly attributes?: Readonly<Record<string, unknown>>;
    } & Readonly<Record<string, unknown>>;
  }[];
}

const nanoseconds = (iso: string): string => `${Date.parse(iso)}000000`;

/** OpenTelemetry has no attributes without a value, and none that are objects: JSON stands for them. */
const asTexts = (
  values: Readonly<Record<string, unknown>>,
  prefix = '',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && JSON.stringify(value) !== '{}')
      .map(([key, value]) => [
        `${prefix}${key}`,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
  );
