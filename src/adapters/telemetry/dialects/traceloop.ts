import { type Dialect, kindsOf } from './dialect';

const ASSOCIATION = 'traceloop.association.properties.';

/** OpenLLMetry (Traceloop): its decorators' kinds, and the properties that it puts on every span. */
export const TRACELOOP: Dialect = {
  kind: {
    attribute: 'traceloop.span.kind',
    kinds: kindsOf({ agent: ['agent'], tool: ['tool'], other: ['workflow', 'task'] }),
  },
  agent: ['traceloop.entity.name'],
  tool: ['traceloop.entity.name'],
  conversation: ['session_id', 'conversation_id', 'thread_id', 'chat_id'].map(
    (name) => `${ASSOCIATION}${name}`,
  ),
  prefixes: [ASSOCIATION],
};

/** Its instrumentations of client libraries. */
export const TRACELOOP_CLIENTS: Dialect = {
  kind: {
    attribute: 'llm.request.type',
    kinds: kindsOf({ model: ['chat', 'completion', 'embedding'], other: ['rerank'] }),
  },
};
