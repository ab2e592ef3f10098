import type { SpanKind } from '../../domain/run/span-facts';
import { cleanName } from './clean-text';

/** Spans that say what they are by their name alone, as Google ADK's and older Pydantic AI's do. */
const CONVENTIONS: readonly { readonly pattern: RegExp; readonly kind: SpanKind }[] = [
  { pattern: /^(?:invoke_agent|create_agent) (.+)$/, kind: 'agent' },
  { pattern: /^agent_run \[(.+)\]$/, kind: 'agent' },
  { pattern: /^execute_tool (.+)$/, kind: 'tool' },
  { pattern: /^running tool: (.+)$/, kind: 'tool' },
  { pattern: /^call_llm(?: (.+))?$/, kind: 'model' },
];
/** Longer names are no convention. */
const LONGEST = 256;

/** null: no convention. */
export const kindByName = (spanName: string): SpanKind | null =>
  spanName.length > LONGEST
    ? null
    : (CONVENTIONS.find(({ pattern }) => pattern.test(spanName))?.kind ?? null);

/** The agent's or tool's part of the name; the whole one where there is no convention. */
export function nameByName(spanName: string): string | null {
  if (spanName.length > LONGEST) return cleanName(spanName);
  for (const { pattern } of CONVENTIONS) {
    const name = pattern.exec(spanName)?.[1];
    if (name !== undefined) return cleanName(name);
  }
  return cleanName(spanName);
}
