import type { Dialect } from './dialect';
import { GEN_AI } from './gen-ai';
import { LANGFUSE } from './langfuse';
import { OPEN_INFERENCE } from './open-inference';
import { PYDANTIC_AI } from './pydantic-ai';
import { TRACELOOP, TRACELOOP_CLIENTS } from './traceloop';
import { VERCEL_AI } from './vercel-ai';

/** Where two tell of one span, the earlier one is believed. */
export const DIALECTS: readonly Dialect[] = [
  GEN_AI,
  OPEN_INFERENCE,
  LANGFUSE,
  VERCEL_AI,
  TRACELOOP,
  TRACELOOP_CLIENTS,
  PYDANTIC_AI,
];
