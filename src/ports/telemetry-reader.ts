import type { SpanFacts } from '../domain/run/span-facts';

/** A span as it was received. */
export interface ReceivedSpan {
  /** 32 hex digits in lower case; or the sender's own id of a run. */
  readonly traceId: string;
  readonly span: SpanFacts;
}

/** A batch, read. Spans that cannot be read are refused one by one, the others are taken. */
export interface TelemetryBatch {
  readonly format: 'otlp' | 'native';
  readonly spans: readonly ReceivedSpan[];
  /** Of each: the path of the field at fault and the remedy, never its content. */
  readonly refused: readonly string[];
  /**
   * Runs that ask before they act (native batches): to be decided as if they ended now, though they
   * go on. By trace id.
   */
  readonly asking: readonly string[];
}

/** Why a whole body cannot be read, by HTTP status; `field` names what is at fault. */
export interface UnreadableBody {
  /** 413 too large once unpacked, 415 of another kind, 422 not what it says it is. */
  readonly status: 413 | 415 | 422;
  readonly field: string;
  readonly remedy: string;
}

export interface TelemetryReader {
  /** Never throws, whatever the bytes are. */
  read(request: {
    /** As it was sent: not unpacked yet. */
    readonly body: Uint8Array;
    readonly contentType: string | null;
    readonly contentEncoding: string | null;
  }):
    | { readonly ok: true; readonly batch: TelemetryBatch }
    | { readonly ok: false; readonly problem: UnreadableBody };
}
