import { type Dialect, kindsOf } from './dialect';

const USAGE = 'langfuse.observation.usage_details';
const COST = 'langfuse.observation.cost_details';

/**
 * Langfuse's SDKs, whose observations are spans. `span` is what they write for lack of a better word:
 * other dialects are then asked.
 */
export const LANGFUSE: Dialect = {
  kind: {
    attribute: 'langfuse.observation.type',
    kinds: kindsOf({
      agent: ['agent'],
      tool: ['tool'],
      model: ['generation', 'embedding'],
      other: ['chain', 'retriever', 'evaluator', 'guardrail', 'event'],
    }),
  },
  model: ['langfuse.observation.model.name'],
  inputTokens: [`${USAGE}.input`, `${USAGE}.input_tokens`, `${USAGE}.prompt_tokens`],
  outputTokens: [`${USAGE}.output`, `${USAGE}.output_tokens`, `${USAGE}.completion_tokens`],
  costUsd: [[`${COST}.total`], [`${COST}.input`, `${COST}.output`]],
  conversation: [
    'langfuse.session.id',
    'langfuse.trace.metadata.thread_id',
    'langfuse.observation.metadata.thread_id',
  ],
  objects: [USAGE, COST],
  prefixes: ['langfuse.trace.metadata.', 'langfuse.observation.metadata.'],
};
