import type { IngestedBatch, RunDecision } from '../usecases/ingest-telemetry';
import type { TelemetryBatch } from '../ports/telemetry-reader';

/** As the platform takes it. */
export interface WebTriggerResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

export interface Refusal {
  readonly status: number;
  readonly field: string;
  readonly remedy: string;
  /** Milliseconds; null: sending the same again will not help. */
  readonly retryAfterMs?: number | null;
}

/** More reasons than these are counted, not told. */
const MOST_TOLD = 20;

export const answer = (
  statusCode: number,
  body: object,
  headers: Readonly<Record<string, readonly string[]>> = {},
): WebTriggerResponse => ({
  statusCode,
  headers: { 'Content-Type': ['application/json'], ...headers },
  body: JSON.stringify(body),
});

/** OTLP's own answer to OTLP, with a member of ours where there is something to say. */
export function acceptedAnswer(batch: TelemetryBatch, ingested: IngestedBatch): WebTriggerResponse {
  const decisions = ingested.decisions.map(toDecision);
  const refused = told(batch.refused);
  if (batch.format === 'native') {
    const accepted = new Set(batch.spans.map(({ traceId }) => traceId)).size;
    return answer(200, { accepted, refused, decisions });
  }
  return answer(200, {
    ...(refused.length === 0
      ? {}
      : {
          partialSuccess: {
            // 64-bit numbers are strings in OTLP's JSON.
            rejectedSpans: String(batch.refused.length),
            errorMessage: refused.join('; '),
          },
        }),
    ...(decisions.length === 0 ? {} : { firstline: { decisions } }),
  });
}

/** `message` is where OTLP's clients look. */
export function refusalAnswer({
  status,
  field,
  remedy,
  retryAfterMs = null,
}: Refusal): WebTriggerResponse {
  return answer(
    status,
    { message: `${field}: ${remedy}`, error: { field, remedy } },
    {
      ...(status === 401 ? { 'WWW-Authenticate': ['Bearer realm="Firstline"'] } : {}),
      ...(status === 405 ? { Allow: ['POST'] } : {}),
      ...(retryAfterMs === null
        ? {}
        : { 'Retry-After': [String(Math.max(1, Math.ceil(retryAfterMs / 1_000)))] }),
    },
  );
}

const toDecision = ({ traceId, ticketKey, decision }: RunDecision) => ({
  run: traceId,
  ticket: ticketKey,
  decision: decision.kind,
  reason: decision.kind === 'hand-off' ? decision.reason : null,
});

const told = (refused: readonly string[]): readonly string[] =>
  refused.length <= MOST_TOLD
    ? refused
    : [...refused.slice(0, MOST_TOLD), `and ${refused.length - MOST_TOLD} more`];
