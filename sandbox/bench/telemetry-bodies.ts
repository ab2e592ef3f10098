const SPANS_PER_RUN = 10;

/**
 * Bodies as an exporter sends them, of so many spans in all: runs of ten spans, each about one of the
 * tickets. The same each time.
 */
export function telemetryBodies(
  spans: number,
  {
    perBody,
    tickets,
    startMs,
    firstRun,
  }: {
    readonly perBody: number;
    readonly tickets: readonly string[];
    readonly startMs: number;
    /** Its number; runs of other bodies have others. */
    readonly firstRun: number;
  },
): readonly string[] {
  const all = Array.from({ length: spans }, (_, i) => {
    const nth = Math.floor(i / SPANS_PER_RUN);
    return aSpan(firstRun + nth, i % SPANS_PER_RUN, {
      ticket: tickets[nth % tickets.length] ?? '',
      startMs: startMs + nth * 1_000,
    });
  });
  return Array.from({ length: Math.ceil(spans / perBody) }, (_, i) =>
    JSON.stringify({
      resourceSpans: [
        {
          resource: { attributes: attributesOf({ 'service.name': 'bench-agent' }) },
          scopeSpans: [
            { scope: { name: 'bench' }, spans: all.slice(i * perBody, (i + 1) * perBody) },
          ],
        },
      ],
    }),
  );
}

function aSpan(
  run: number,
  n: number,
  { ticket, startMs }: { readonly ticket: string; readonly startMs: number },
) {
  const spanId = (of: number): string => hex(run * SPANS_PER_RUN + of + 1, 16);
  return {
    traceId: hex(run + 1, 32),
    spanId: spanId(n),
    ...(n === 0 ? {} : { parentSpanId: spanId(0) }),
    name: ['invoke_agent', 'chat', 'execute_tool'][kindOf(n)],
    kind: 1,
    startTimeUnixNano: `${startMs + n * 10}000000`,
    endTimeUnixNano: `${startMs + 500 + n}000000`,
    attributes: attributesOf(ATTRIBUTES[kindOf(n)]?.(ticket, run) ?? {}),
    status: {},
  };
}

/** The first is the agent's own; then model and tool take turns. */
const kindOf = (n: number): 0 | 1 | 2 => (n === 0 ? 0 : n % 2 === 1 ? 1 : 2);

const ATTRIBUTES: readonly ((ticket: string, run: number) => Record<string, string | number>)[] = [
  (ticket, run) => ({
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': 'Bench',
    'firstline.ticket.key': ticket,
    'firstline.result': 'resolved',
    'firstline.confidence': 0.5 + (run % 50) / 100,
    'firstline.verified_actions': run % 3,
  }),
  () => ({
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'a-large-model',
    'gen_ai.usage.input_tokens': 1_200,
    'gen_ai.usage.output_tokens': 90,
    'gen_ai.input.messages': 'Hello, my VPN does not connect any more since this morning.',
    'gen_ai.output.messages': 'I look into it. Please tell me what the client says.',
  }),
  () => ({
    'gen_ai.operation.name': 'execute_tool',
    'gen_ai.tool.name': 'vpn.check_certificate',
    'gen_ai.tool.call.arguments': '{"user":"u-1","client":"4.2"}',
  }),
];

const attributesOf = (values: Readonly<Record<string, string | number>>) =>
  Object.entries(values).map(([key, value]) => ({
    key,
    value:
      typeof value === 'string'
        ? { stringValue: value }
        : Number.isInteger(value)
          ? { intValue: String(value) }
          : { doubleValue: value },
  }));

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
