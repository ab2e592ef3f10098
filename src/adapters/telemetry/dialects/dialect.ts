import type { SpanKind } from '../../../domain/run/span-facts';

/**
 * How a family of instrumentations names what we read: names of attributes, the best first. Where
 * several dialects tell, the order of the dialects counts. What stands in none of them is dropped
 * unread.
 */
export interface Dialect {
  /** The attribute that tells what a span is about, with its values in lower case. */
  readonly kind?: {
    readonly attribute: string;
    readonly kinds: ReadonlyMap<string, SpanKind>;
  };
  readonly agent?: readonly string[];
  readonly tool?: readonly string[];
  readonly model?: readonly string[];
  readonly inputTokens?: readonly string[];
  readonly outputTokens?: readonly string[];
  /** In US dollars: the first set of which any is told, added up. */
  readonly costUsd?: readonly (readonly string[])[];
  readonly conversation?: readonly string[];
  readonly errorType?: readonly string[];
  /** Attributes that hold figures as a JSON object: each member is read as `<attribute>.<member>`. */
  readonly objects?: readonly string[];
  /** Prefixes under which a sender's own attributes arrive, ours among them. */
  readonly prefixes?: readonly string[];
}

export const kindsOf = (
  kinds: Readonly<Partial<Record<SpanKind, readonly string[]>>>,
): ReadonlyMap<string, SpanKind> =>
  new Map(
    Object.entries(kinds).flatMap(([kind, values]) =>
      values.map((value): [string, SpanKind] => [value, kind as SpanKind]),
    ),
  );
