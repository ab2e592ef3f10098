/**
 * An agent in a process of its own, whose spans leave by a real exporter. Where to and with which
 * credential is told by the environment, as exporters read it.
 *
 * AGENT: JSON of { exporter: 'otlp' | 'langfuse', ticket, nowMs, runs, modelCalls, batch }
 */
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { context, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';

const { exporter, ticket, nowMs, runs, modelCalls, batch } = JSON.parse(process.env.AGENT);
const HOUR_MS = 3_600_000;

/** What the instrumentation of an agent calls things. */
const WORDS = {
  otlp: {
    agent: { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'helper' },
    tool: { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'vpn.check' },
    model: (input, output) => ({
      'gen_ai.operation.name': 'chat',
      'gen_ai.request.model': 'large',
      'gen_ai.usage.input_tokens': input,
      'gen_ai.usage.output_tokens': output,
      'gen_ai.input.messages': 'My VPN drops',
    }),
  },
  langfuse: {
    agent: { 'langfuse.observation.type': 'agent' },
    tool: { 'langfuse.observation.type': 'tool' },
    model: (input, output) => ({
      'langfuse.observation.type': 'generation',
      'langfuse.observation.model.name': 'large',
      'langfuse.observation.usage_details': JSON.stringify({ input, output }),
      'langfuse.observation.input': 'My VPN drops',
    }),
  },
};

const processor =
  exporter === 'otlp'
    ? new BatchSpanProcessor(new OTLPTraceExporter(), {
        maxExportBatchSize: batch,
        scheduledDelayMillis: HOUR_MS,
      })
    : new LangfuseSpanProcessor({ flushAt: batch, flushInterval: 3_600 });
const provider = new BasicTracerProvider({ spanProcessors: [processor] });
const tracer = provider.getTracer(exporter === 'otlp' ? 'agent' : 'langfuse-sdk');
const words = WORDS[exporter];

for (let index = 0; index < runs; index += 1) {
  const startMs = nowMs - 10_000;
  const run = tracer.startSpan('helper', {
    startTime: startMs,
    attributes: {
      ...words.agent,
      'firstline.ticket.key': ticket,
      'firstline.result': 'resolved',
      'firstline.confidence': 0.9,
    },
  });
  const inRun = trace.setSpan(context.active(), run);
  for (let call = 0; call < modelCalls; call += 1) {
    const startTime = startMs + call * 1_000;
    const attributes = words.model(100 + index, 10 + call);
    tracer.startSpan('large', { startTime, attributes }, inRun).end(startTime + 400);
    if (call === modelCalls - 1) break;
    const tool = { startTime: startTime + 500, attributes: words.tool };
    tracer.startSpan('vpn.check', tool, inRun).end(startTime + 900);
  }
  run.end(nowMs);
}
await provider.forceFlush();
await provider.shutdown();
