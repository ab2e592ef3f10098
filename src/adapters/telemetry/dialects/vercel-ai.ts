import { type Dialect, kindsOf } from './dialect';

/** Vercel's AI SDK: an outer operation loops over model calls (`…do…`) and tool calls. */
export const VERCEL_AI: Dialect = {
  kind: {
    attribute: 'ai.operationId',
    kinds: kindsOf({
      agent: ['ai.generatetext', 'ai.streamtext', 'ai.generateobject', 'ai.streamobject'],
      tool: ['ai.toolcall'],
      model: [
        'ai.generatetext.dogenerate',
        'ai.streamtext.dostream',
        'ai.generateobject.dogenerate',
        'ai.streamobject.dostream',
        'ai.embed.doembed',
        'ai.embedmany.doembed',
      ],
    }),
  },
  agent: ['ai.telemetry.functionId'],
  tool: ['ai.toolCall.name'],
  model: ['ai.response.model', 'ai.model.id'],
  inputTokens: ['ai.usage.inputTokens', 'ai.usage.promptTokens'],
  outputTokens: ['ai.usage.outputTokens', 'ai.usage.completionTokens'],
  prefixes: ['ai.telemetry.metadata.'],
  conversation: ['ai.telemetry.metadata.sessionId'],
};
