import { readFileSync } from 'node:fs';

import { describeWith } from '../../support/shared';
import { batchOf, readTelemetry, runsOf } from '../../support/telemetry-body';
import { anyAgentBody, langfuseBody, type LangfuseExport } from '../../support/translate-traces';

/** What each file tells. Tokens are those of its innermost model spans. */
const FILES = [
  ['AGNO_trace.json', { spans: 6, agent: 'any_agent', calls: 3, tokens: [1396, 74], tools: 2 }],
  ['GOOGLE_trace.json', { spans: 7, agent: 'any_agent', calls: 3, tokens: [2251, 86], tools: 3 }],
  ['OPENAI_trace.json', { spans: 6, agent: 'any_agent', calls: 3, tokens: [1020, 76], tools: 2 }],
  [
    'TINYAGENT_trace.json',
    { spans: 8, agent: 'any_agent', calls: 4, tokens: [1369, 156], tools: 3 },
  ],
  [
    'langfuse-agno-2025-06-11.json',
    { spans: 6, agent: 'Agent.run', calls: 2, tokens: [826, 245], tools: 1 },
  ],
  [
    'langfuse-google-adk-2025-08-28.json',
    { spans: 5, agent: 'hello_agent', calls: 2, tokens: [67, 9], tools: 1 },
  ],
  [
    'langfuse-langgraph-2025-08-22.json',
    { spans: 9, agent: null, calls: 2, tokens: [168, 66], tools: 0 },
  ],
  [
    'langfuse-llamaindex-2025-06-05.json',
    { spans: 2, agent: null, calls: 1, tokens: [13, 81], tools: 0 },
  ],
  [
    'langfuse-microsoft-agent-2025-10-14.json',
    {
      spans: 4,
      agent: '99981f6a-abd1-4d09-9fba-00e2ab172193',
      calls: 2,
      tokens: [656, 105],
      tools: 1,
    },
  ],
  [
    'langfuse-openai-agents-2025-09-30.json',
    { spans: 5, agent: 'Agent workflow', calls: 2, tokens: [140, 44], tools: 1 },
  ],
  [
    'langfuse-pydantic-ai-tools-2025-12-04.json',
    { spans: 12, agent: 'joke_agent', calls: 4, tokens: [1315, 209], tools: 3 },
  ],
  ['trace.json', { spans: 1, agent: null, calls: 0, tokens: [null, null], tools: 0 }],
] as const;

const bodyOf = (name: string, text: string): string => {
  if (name.endsWith('_trace.json')) return anyAgentBody(text);
  return name.startsWith('langfuse-') ? langfuseBody(text) : text;
};

/** The same questions, asked of the file without any code of the app. */
function readIndependently(name: string, text: string) {
  if (!name.startsWith('langfuse-')) return readByPatterns(text);
  const { observations } = JSON.parse(text) as LangfuseExport;
  const generations = observations.filter(({ type }) => type === 'GENERATION');
  const around = new Set(generations.map(({ parentObservationId }) => parentObservationId));
  const innermost = generations.filter(({ id }) => !around.has(id));
  const sum = (member: string) =>
    innermost.reduce((total, { usageDetails }) => total + (usageDetails[member] ?? 0), 0);
  return {
    traceIds: [...new Set(observations.map(({ traceId }) => traceId))],
    spanIds: observations.map(({ id }) => id),
    calls: innermost.length,
    tokens: [sum('input'), sum('output')],
    first: Math.min(...observations.map(({ startTime }) => Date.parse(startTime))),
    last: Math.max(...observations.map(({ endTime }) => Date.parse(endTime))),
  };
}

function readByPatterns(text: string) {
  const all = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, found = '']) => found);
  const hex = (digits: number) => (id: string) => BigInt(id).toString(16).padStart(digits, '0');
  const lower = (id: string) => id.toLowerCase();
  const sum = (numbers: readonly string[]): number | null =>
    numbers.length === 0 ? null : numbers.reduce((total, each) => total + Number(each), 0);
  const milliseconds = (pattern: RegExp) =>
    all(pattern).map((nanoseconds) => Number(BigInt(nanoseconds) / 1_000_000n));
  return {
    traceIds: [
      ...new Set([
        ...all(/"trace_id": (\d+),/g).map(hex(32)),
        ...all(/"traceId": "(\w+)",/g).map(lower),
      ]),
    ],
    spanIds: [
      ...all(/"context": \{\s*"trace_id": \d+,\s*"span_id": (\d+)/g).map(hex(16)),
      ...all(/"spanId": "(\w+)"/g).map(lower),
    ],
    calls: all(/"gen_ai.operation.name": "(call_llm)"/g).length,
    tokens: [
      sum(all(/"gen_ai.usage.input_tokens": (\d+)/g)),
      sum(all(/"gen_ai.usage.output_tokens": (\d+)/g)),
    ],
    first: Math.min(...milliseconds(/"(?:start_time|startTimeUnixNano)": "?(\d+)/g)),
    last: Math.max(...milliseconds(/"(?:end_time|endTimeUnixNano)": "?(\d+)/g)),
  };
}

describeWith(['data', 'otel'], 'agent traces of other tools', (folder) => {
  describe.each(FILES)('%s', (name, expected) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const independent = readIndependently(name, text);
    const batch = batchOf(bodyOf(name, text));
    const runs = runsOf(batch);

    it('is one run with all its spans, agent, tools and tokens', () => {
      expect(batch.refused).toEqual([]);
      expect(
        runs.map((run) => ({
          spans: run.spans,
          agent: run.agentName,
          calls: run.modelCalls,
          tokens: [run.inputTokens, run.outputTokens],
          tools: run.steps.length,
        })),
      ).toEqual([expected]);
    });

    it('is what an independent reading of the file gives, to the last bit of its ids', () => {
      expect({
        traceIds: runs.map(({ traceId }) => traceId),
        spanIds: batch.spans.map(({ span }) => span.spanId),
        calls: runs[0]?.modelCalls,
        tokens: [runs[0]?.inputTokens, runs[0]?.outputTokens],
        first: runs[0]?.startedAt,
        last: runs[0]?.endedAt,
      }).toEqual(independent);
    });
  });

  it('keeps 128 bits of an id that was written as a bare number', () => {
    const text = readFileSync(`${folder}/AGNO_trace.json`, 'utf8');
    expect(anyAgentBody(text)).toContain('"traceId":39712373237291850001929057769826244787,');
    expect(new Set(batchOf(anyAgentBody(text)).spans.map(({ traceId }) => traceId))).toEqual(
      new Set(['1de0532b350588ff152b1edf6bf358b3']),
    );
  });

  it('keeps nothing of prompts, answers, and what tools took and gave', () => {
    const kept = FILES.map(([name]) =>
      JSON.stringify(batchOf(bodyOf(name, readFileSync(`${folder}/${name}`, 'utf8')))),
    ).join('\n');
    const contents = /America\/New_York|trending on Twitter|Tokyo|Portland|Langfuse 👋|Pun idea/i;
    expect(contents.exec(kept)?.[0]).toBeUndefined();
  });

  it('refuses logs and names the field', () => {
    expect(readTelemetry(readFileSync(`${folder}/logs.json`))).toEqual({
      ok: false,
      problem: {
        status: 422,
        field: 'resourceLogs',
        remedy: 'traces alone are read: resourceSpans',
      },
    });
  });
});
