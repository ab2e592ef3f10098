import type { ReceivedSpan, TelemetryReader, UnreadableBody } from '../../ports/telemetry-reader';
import { readSpan } from './read-span';
import { isObject } from './refusal';

/** Of a batch of either format. */
export const MOST_SPANS = 5_000;

/**
 * An OTLP trace export. A list in a wrong place means that this is something else, so nothing of the
 * body is read; a span that cannot be read leaves the others as they are.
 */
export function readOtlp(resourceSpans: unknown): ReturnType<TelemetryReader['read']> {
  const found = spansOf(resourceSpans);
  if ('status' in found) return { ok: false, problem: found };
  const spans: ReceivedSpan[] = [];
  const refused: string[] = [];
  for (const { path, list } of found) {
    for (const [index, span] of list.entries()) {
      const reading = readSpan(span);
      if (reading.ok) {
        spans.push(reading.value);
      } else {
        const { field, remedy } = reading.refusal;
        refused.push(`${path}[${index}]${field === '' ? '' : `.${field}`}: ${remedy}`);
      }
    }
  }
  return { ok: true, batch: { format: 'otlp', spans, refused, asking: [] } };
}

interface SpanList {
  readonly path: string;
  readonly list: readonly unknown[];
}

function spansOf(resourceSpans: unknown): readonly SpanList[] | UnreadableBody {
  const lists: SpanList[] = [];
  let spans = 0;
  if (!Array.isArray(resourceSpans)) return unreadable('resourceSpans', 'a list');
  for (const [i, resource] of (resourceSpans as readonly unknown[]).entries()) {
    const atResource = `resourceSpans[${i}]`;
    if (!isObject(resource)) return unreadable(atResource, 'an object');
    const scopes = resource['scopeSpans'] ?? [];
    if (!Array.isArray(scopes)) return unreadable(`${atResource}.scopeSpans`, 'a list');
    for (const [j, scope] of (scopes as readonly unknown[]).entries()) {
      const atScope = `${atResource}.scopeSpans[${j}]`;
      if (!isObject(scope)) return unreadable(atScope, 'an object');
      const list = scope['spans'] ?? [];
      if (!Array.isArray(list)) return unreadable(`${atScope}.spans`, 'a list');
      lists.push({ path: `${atScope}.spans`, list: list as readonly unknown[] });
      spans += list.length;
    }
  }
  if (spans > MOST_SPANS) {
    return { status: 413, field: 'resourceSpans', remedy: `at most ${MOST_SPANS} spans a batch` };
  }
  return lists;
}

const unreadable = (field: string, remedy: string): UnreadableBody => ({
  status: 422,
  field,
  remedy,
});
