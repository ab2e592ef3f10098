import { type Dialect, kindsOf } from './dialect';

/** OpenInference (Arize Phoenix and the instrumentations that Langfuse recommends). */
export const OPEN_INFERENCE: Dialect = {
  kind: {
    attribute: 'openinference.span.kind',
    kinds: kindsOf({
      agent: ['agent'],
      tool: ['tool'],
      model: ['llm', 'embedding'],
      other: ['chain', 'retriever', 'reranker', 'guardrail', 'evaluator', 'prompt'],
    }),
  },
  agent: ['agent.name'],
  tool: ['tool.name'],
  model: ['llm.model_name', 'embedding.model_name'],
  inputTokens: ['llm.token_count.prompt'],
  outputTokens: ['llm.token_count.completion'],
  costUsd: [['llm.cost.total'], ['llm.cost.prompt', 'llm.cost.completion']],
  conversation: ['session.id'],
};
