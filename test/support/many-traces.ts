import { createChance, type Chance } from '../../sandbox/demo/chance';
import { keyValues, type AttributeValues } from './telemetry-body';

const SPANS_PER_TRACE = 8;
const MINUTE_MS = 60_000;
const TOOLS = ['directory.reset', 'vpn.check', 'kb.search', 'files.delete'] as const;

export interface SentSpan {
  readonly endMs: number;
  readonly body: unknown;
}

/**
 * Traces of an agent as it might send them, eight spans each: the ticket and the result are told by the
 * root or by any span, sometimes of another ticket than before, sometimes of none.
 */
export function manyTraces(
  traces: number,
  {
    tickets,
    from,
    to,
  }: { readonly tickets: readonly string[]; readonly from: number; readonly to: number },
): readonly SentSpan[] {
  return Array.from({ length: traces }, (_, i) => {
    const chance = createChance(4, 'trace', i);
    const startMs = Math.floor(chance.between(from, to - 20 * MINUTE_MS));
    return aTrace(i, chance, { startMs, ticket: tickets[i % tickets.length] ?? null, tickets });
  }).flat();
}

function aTrace(
  index: number,
  chance: Chance,
  {
    startMs,
    ticket,
    tickets,
  }: {
    readonly startMs: number;
    readonly ticket: string | null;
    readonly tickets: readonly string[];
  },
): readonly SentSpan[] {
  const traceId = (index + 1).toString(16).padStart(32, '0');
  const endMs = startMs + Math.floor(chance.between(1, 15) * MINUTE_MS);
  const spanId = (n: number): string => (index * 100 + n + 1).toString(16).padStart(16, '0');
  const outcome: AttributeValues = {
    'firstline.result': chance.pick([
      ['resolved', 6],
      ['unresolved', 2],
      ['escalated', 1],
    ]),
    'firstline.confidence': Math.round(chance.between(0.5, 1) * 100) / 100,
    'firstline.verified_actions': chance.index(3),
  };
  const about: AttributeValues = ticket === null ? {} : { 'firstline.ticket.key': ticket };
  const teller = chance.index(SPANS_PER_TRACE);
  const second = chance.happens(0.05) ? chance.one(tickets) : null;
  return Array.from({ length: SPANS_PER_TRACE }, (_, n): SentSpan => {
    const isRoot = n === 0;
    const from = isRoot ? startMs : startMs + n * 1_000;
    const to = isRoot ? endMs : from + Math.floor((endMs - from) * chance.between(0.1, 0.9));
    const attributes: AttributeValues = {
      ...(isRoot
        ? { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'helper' }
        : n % 2 === 0
          ? {
              'gen_ai.operation.name': 'chat',
              'gen_ai.request.model': 'large',
              'gen_ai.usage.input_tokens': 100 + n,
              'gen_ai.usage.output_tokens': 10 + n,
              'gen_ai.input.messages': 'My VPN does not work',
            }
          : {
              'gen_ai.operation.name': 'execute_tool',
              'gen_ai.tool.name': chance.pick(TOOLS.map((tool, at) => [tool, 4 - at] as const)),
            }),
      ...(n === teller ? about : {}),
      ...(n === 7 && second !== null ? { 'firstline.ticket.key': second } : {}),
      ...(isRoot ? outcome : {}),
    };
    return {
      endMs: to,
      body: {
        traceId,
        spanId: spanId(n),
        ...(isRoot ? {} : { parentSpanId: spanId(0) }),
        name: 'work',
        kind: 1,
        startTimeUnixNano: `${from}000000`,
        endTimeUnixNano: `${to}000000`,
        attributes: keyValues(attributes),
      },
    };
  });
}

/** Another order of the same, the same each time. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const chance = createChance(seed, 'shuffle');
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const other = chance.index(i + 1);
    const [a, b] = [result[i], result[other]];
    if (a === undefined || b === undefined) continue;
    result[i] = b;
    result[other] = a;
  }
  return result;
}

export const inBatches = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
