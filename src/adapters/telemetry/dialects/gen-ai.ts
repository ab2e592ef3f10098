import { type Dialect, kindsOf } from './dialect';

/**
 * OpenTelemetry's GenAI conventions, old names included, and what any-agent (`call_llm`, costs) and
 * Google ADK add to them.
 */
export const GEN_AI: Dialect = {
  kind: {
    attribute: 'gen_ai.operation.name',
    kinds: kindsOf({
      agent: ['invoke_agent', 'create_agent'],
      tool: ['execute_tool'],
      model: [
        'chat',
        'generate_content',
        'text_completion',
        'call_llm',
        'completion',
        'embeddings',
      ],
      other: ['invoke_workflow', 'retrieval'],
    }),
  },
  agent: ['gen_ai.agent.name'],
  tool: ['gen_ai.tool.name'],
  model: ['gen_ai.response.model', 'gen_ai.request.model'],
  inputTokens: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
  outputTokens: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'],
  costUsd: [['gen_ai.usage.cost'], ['gen_ai.usage.input_cost', 'gen_ai.usage.output_cost']],
  conversation: ['gen_ai.conversation.id', 'gcp.vertex.agent.session_id'],
  errorType: ['error.type'],
};
