import type { RunStep } from '../run/agent-run';

/** How a run used a tool. */
export interface ToolUse {
  readonly tool: string;
  readonly calls: number;
  readonly failures: number;
  /** Classes of its errors, each once, in the order in which they came. */
  readonly errorTypes: readonly string[];
}

/** By tool, in the order in which each was first called. */
export function toolUses(steps: readonly RunStep[]): readonly ToolUse[] {
  const uses = new Map<string, ToolUse>();
  for (const { tool, hasFailed, errorType } of steps) {
    const use = uses.get(tool) ?? { tool, calls: 0, failures: 0, errorTypes: [] };
    const isNew = errorType !== null && !use.errorTypes.includes(errorType);
    uses.set(tool, {
      tool,
      calls: use.calls + 1,
      failures: use.failures + Number(hasFailed),
      errorTypes: isNew ? [...use.errorTypes, errorType] : use.errorTypes,
    });
  }
  return [...uses.values()];
}
