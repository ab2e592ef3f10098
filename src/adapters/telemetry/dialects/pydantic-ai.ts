import type { Dialect } from './dialect';

/** What Pydantic AI and Logfire write beside the GenAI conventions. */
export const PYDANTIC_AI: Dialect = {
  agent: ['agent_name'],
  costUsd: [['operation.cost']],
};
