import * as fc from 'fast-check';

import { foldRun } from '../../../src/domain/run/fold-run';
import { SPAN_KINDS, type SpanFacts } from '../../../src/domain/run/span-facts';
import { epochMs } from '../../../src/domain/time';
import { aSpan, SPAN_T0 } from '../../support/a-span';

const at = (second: number) => epochMs(SPAN_T0 + second * 1_000);
const root = aSpan({ spanId: 'root', parentSpanId: null, kind: 'agent', name: 'helper' });
const fold = (...spans: readonly SpanFacts[]) => foldRun('t', spans);

describe('a run', () => {
  it('adds up what its model spans tell, and nothing that an agent span repeats', () => {
    const run = fold(
      { ...root, inputTokens: 300, outputTokens: 30, costUsd: 1 },
      aSpan({ spanId: 'a', kind: 'model', model: 'large', inputTokens: 100, outputTokens: 10 }),
      aSpan({ spanId: 'b', kind: 'model', model: 'small', inputTokens: 200, costUsd: 0.5 }),
      aSpan({ spanId: 'c', kind: 'model', model: 'small', outputTokens: 20, costUsd: 0.25 }),
    );
    expect(run).toMatchObject({
      inputTokens: 300,
      outputTokens: 30,
      costUsd: 0.75,
      modelCalls: 3,
      models: ['small', 'large'],
      spans: 4,
    });
  });

  it('has no tokens and no cost, rather than zero, when no model span tells any', () => {
    const run = fold({ ...root, inputTokens: 300 }, aSpan({ kind: 'model', model: 'm' }));
    expect(run).toMatchObject({ inputTokens: null, outputTokens: null, costUsd: null });
  });

  it('counts a call once that two libraries tell of, the one around the other', () => {
    const run = fold(
      root,
      aSpan({ spanId: 'a', kind: 'model', model: 'm', inputTokens: 542, costUsd: 0.2 }),
      aSpan({ spanId: 'b', parentSpanId: 'a', kind: 'other' }),
      aSpan({ spanId: 'c', parentSpanId: 'b', kind: 'model', model: 'm-2024', inputTokens: 163 }),
    );
    expect(run).toMatchObject({
      inputTokens: 163,
      costUsd: 0.2,
      modelCalls: 1,
      models: ['m-2024'],
    });
  });

  it('counts both calls when the inner one is that of a tool or an agent inside', () => {
    const run = fold(
      root,
      aSpan({ spanId: 'a', kind: 'model', inputTokens: 10 }),
      aSpan({ spanId: 'b', parentSpanId: 'a', kind: 'tool', name: 'ask-expert' }),
      aSpan({ spanId: 'c', parentSpanId: 'b', kind: 'model', inputTokens: 5 }),
      aSpan({ spanId: 'd', parentSpanId: 'c', kind: 'agent' }),
      aSpan({ spanId: 'e', parentSpanId: 'd', kind: 'model', inputTokens: 2 }),
    );
    expect(run).toMatchObject({ inputTokens: 17, modelCalls: 3 });
  });

  it('ends, and loses no model call, when spans name themselves as their parents', () => {
    const run = fold(aSpan({ spanId: 'a', parentSpanId: 'a', kind: 'model', inputTokens: 1 }));
    expect(run).toMatchObject({ inputTokens: 1, modelCalls: 1 });
  });

  it('believes its root before its agents, these before other spans, and then the latest', () => {
    const run = fold(
      { ...root, statement: { ...root.statement, confidence: 0.4 } },
      aSpan({
        spanId: 'a',
        kind: 'agent',
        statement: { confidence: 0.9, result: 'resolved', ticketRef: 'IT-1' },
      }),
      aSpan({
        spanId: 'b',
        kind: 'agent',
        endedAt: at(5),
        statement: { result: 'escalated', handOffReason: 'missing-permission' },
      }),
      aSpan({
        spanId: 'c',
        kind: 'tool',
        endedAt: at(9),
        statement: { result: 'unresolved', verifiedActions: 2 },
      }),
    );
    expect(run).toMatchObject({
      confidence: 0.4,
      result: 'escalated',
      handOffReason: 'missing-permission',
      ticketRef: 'IT-1',
      verifiedActions: 2,
    });
  });

  it('is complete with its root, or with a result while the root is still to come', () => {
    expect(fold(root).isComplete).toBe(true);
    expect(fold(aSpan({ statement: { result: 'unresolved' } })).isComplete).toBe(true);
    expect(fold(aSpan({ statement: { confidence: 0.5 } })).isComplete).toBe(false);
  });

  it('lasts from its first span to its last and tells its steps in time order', () => {
    const run = fold(
      aSpan({ spanId: 'b', kind: 'tool', name: 'vpn.check', startedAt: at(3), endedAt: at(7) }),
      aSpan({
        spanId: 'a',
        kind: 'tool',
        name: 'directory.reset',
        startedAt: at(2),
        endedAt: at(3),
        hasFailed: true,
        errorType: 'timeout',
      }),
      root,
    );
    expect(run).toMatchObject({
      startedAt: at(0),
      endedAt: at(7),
      agentName: 'helper',
      steps: [
        {
          tool: 'directory.reset',
          startedAt: at(2),
          endedAt: at(3),
          hasFailed: true,
          errorType: 'timeout',
        },
        {
          tool: 'vpn.check',
          startedAt: at(3),
          endedAt: at(7),
          hasFailed: false,
          errorType: null,
        },
      ],
    });
  });

  it('is named by its root agent, or by the first agent that has a name', () => {
    const inner = aSpan({ spanId: 'i', kind: 'agent', name: 'inner', startedAt: at(-1) });
    expect(fold(inner, root).agentName).toBe('helper');
    expect(fold(inner, { ...root, kind: 'other', name: null }).agentName).toBe('inner');
  });

  it('is told by one span at least', () => {
    expect(() => foldRun('t', [])).toThrow('at least one span');
  });
});

describe('spans that come late, twice, in parts or told differently', () => {
  const id = fc.constantFrom('root', 'a', 'b', 'c', 'd', 'e');
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const span = fc.record({
    spanId: id,
    parentSpanId: maybe(id),
    kind: fc.constantFrom(...SPAN_KINDS),
    startedAt: fc.integer({ min: 0, max: 3 }).map(at),
    endedAt: fc.integer({ min: 3, max: 5 }).map(at),
    name: maybe(fc.constantFrom('x', 'y')),
    model: maybe(fc.constantFrom('m', 'n')),
    inputTokens: maybe(fc.nat({ max: 9 })),
    outputTokens: maybe(fc.nat({ max: 9 })),
    // No sum of tenths is exact: what does not depend on their order was put into one.
    costUsd: maybe(fc.constantFrom(0.1, 0.2, 0.7)),
    hasFailed: fc.boolean(),
    errorType: maybe(fc.constantFrom('timeout')),
    statement: fc.record({
      ticketRef: maybe(fc.constantFrom('IT-1', 'IT-2')),
      result: maybe(fc.constantFrom('resolved' as const, 'escalated' as const)),
      confidence: maybe(fc.constantFrom(0.1, 0.9)),
      verifiedActions: maybe(fc.nat({ max: 2 })),
      handOffReason: maybe(fc.constantFrom('p', 'q')),
      traceUrl: fc.constant(null),
      conversationId: maybe(fc.constantFrom('s', 't')),
    }),
    evaluations: fc.array(
      fc.record({
        name: fc.constant('v'),
        score: maybe(fc.nat({ max: 3 })),
        label: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
  });
  const told = fc.array(span, { minLength: 1, maxLength: 12 }).chain((spans) =>
    fc
      .shuffledSubarray([...spans, ...spans], {
        minLength: 2 * spans.length,
        maxLength: 2 * spans.length,
      })
      .map((again) => ({ spans, again })),
  );

  it('make the same run', () => {
    fc.assert(
      fc.property(told, ({ spans, again }) => {
        expect(foldRun('t', again)).toEqual(foldRun('t', spans));
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  it('make the same run whatever order their members were written in', () => {
    fc.assert(
      fc.property(told, ({ spans }) => {
        const turned = spans.map(
          (each) => Object.fromEntries(Object.entries(each).reverse()) as unknown as SpanFacts,
        );
        expect(foldRun('t', [...turned, ...spans])).toEqual(foldRun('t', spans));
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it('make the run grow, never shrink', () => {
    fc.assert(
      fc.property(told, fc.nat({ max: 11 }), ({ spans }, cut) => {
        const part = spans.slice(0, Math.max(1, cut));
        expect(foldRun('t', part).spans).toBeLessThanOrEqual(foldRun('t', spans).spans);
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
