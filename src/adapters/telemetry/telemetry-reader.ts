import type { TelemetryReader, UnreadableBody } from '../../ports/telemetry-reader';
import { parseJson } from './parse-json';
import { readNative } from './read-native';
import { readOtlp } from './read-otlp';
import { isObject } from './refusal';
import { unpackBody } from './unpack-body';

/** Tells OTLP from native batches by their shape: both are `application/json`. */
export const createTelemetryReader = (): TelemetryReader => ({
  read(request) {
    const unpacked = unpackBody(request);
    if (!unpacked.ok) return unpacked;
    const body = jsonOf(unpacked.text);
    if (!isObject(body)) return unreadable('body', 'a JSON object with resourceSpans or runs');
    if (Object.hasOwn(body, 'resourceSpans')) return readOtlp(body['resourceSpans']);
    if (Object.hasOwn(body, 'runs')) return readNative(body);
    const other = OTHER_SIGNALS.find((signal) => Object.hasOwn(body, signal));
    return other === undefined
      ? unreadable('body', 'a JSON object with resourceSpans or runs')
      : unreadable(other, 'traces alone are read: resourceSpans');
  },
});

/** What exporters send that are pointed here by the setting for all signals. */
const OTHER_SIGNALS = ['resourceLogs', 'resourceMetrics', 'resourceProfiles'] as const;

/** undefined: no JSON. */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const unreadable = (
  field: string,
  remedy: string,
): { readonly ok: false; readonly problem: UnreadableBody } => ({
  ok: false,
  problem: { status: 422, field, remedy },
});
