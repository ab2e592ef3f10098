import type { SpanFacts } from './span-facts';

/**
 * Of these model spans, those inside which no other of them lies: frameworks and client libraries
 * both tell of one call, the one around the other, and the inner one saw the provider's answer.
 * A span beyond a tool or an agent is not inside: there another call begins, with figures of its own.
 *
 * @param all every span of the run, by id; parents that are missing or go in circles end the way up
 */
export function innermostSpans(
  models: readonly SpanFacts[],
  all: ReadonlyMap<string, SpanFacts>,
): readonly SpanFacts[] {
  const outer = new Set<string>();
  for (const model of models) {
    const seen = new Set([model.spanId]);
    let above = parentOf(model, all);
    while (above !== undefined && !seen.has(above.spanId) && !STARTS_ANEW.has(above.kind)) {
      // What lies above a span that is marked already is marked as well.
      if (outer.has(above.spanId)) break;
      seen.add(above.spanId);
      outer.add(above.spanId);
      above = parentOf(above, all);
    }
  }
  return models.filter(({ spanId }) => !outer.has(spanId));
}

const STARTS_ANEW: ReadonlySet<SpanFacts['kind']> = new Set(['tool', 'agent']);

const parentOf = (
  { parentSpanId }: SpanFacts,
  all: ReadonlyMap<string, SpanFacts>,
): SpanFacts | undefined => (parentSpanId === null ? undefined : all.get(parentSpanId));
