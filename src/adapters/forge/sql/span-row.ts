import { NOTHING_STATED, UNTOLD, type SpanFacts } from '../../../domain/run/span-facts';

/** A span without what it does not tell: most members of most spans are null. The shape is ours. */
export function spanDocument(span: SpanFacts): string {
  const { statement, ...facts } = span;
  return JSON.stringify({ ...told(facts), s: told(statement) });
}

export function toSpanFacts(document: unknown): SpanFacts {
  const { s, ...facts } = document as Partial<SpanFacts> & { readonly s: object };
  return { ...UNTOLD, ...facts, statement: { ...NOTHING_STATED, ...s } } as SpanFacts;
}

const told = (members: object): object =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) =>
        value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
