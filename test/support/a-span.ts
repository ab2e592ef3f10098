import { NOTHING_STATED, UNTOLD, type SpanFacts } from '../../src/domain/run/span-facts';
import { epochMs } from '../../src/domain/time';

/** A span about nothing, inside the span `root`, one second from `T0`. */
export const aSpan = ({
  statement,
  ...facts
}: Partial<Omit<SpanFacts, 'statement'>> & {
  readonly statement?: Partial<SpanFacts['statement']>;
}): SpanFacts => ({
  ...UNTOLD,
  spanId: 'a',
  parentSpanId: 'root',
  kind: 'other',
  startedAt: SPAN_T0,
  endedAt: epochMs(SPAN_T0 + 1_000),
  ...facts,
  statement: { ...NOTHING_STATED, ...statement },
});

export const SPAN_T0 = epochMs(Date.UTC(2026, 2, 2, 9));
