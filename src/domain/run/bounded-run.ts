import type { AgentRun, RunStep } from './agent-run';

/** A run is one document of the store, and is read with all other runs of its ticket. */
export const MOST_STEPS = 200;
const MOST_MODELS = 20;
const MOST_EVALUATIONS = 50;

/**
 * A run of which no more is kept than people can read. Of too many steps these stay: the first of each
 * tool, so that a policy sees every tool that was used, and the latest.
 */
export function boundedRun(run: AgentRun): AgentRun {
  const { steps, models, evaluations } = run;
  if (
    steps.length <= MOST_STEPS &&
    models.length <= MOST_MODELS &&
    evaluations.length <= MOST_EVALUATIONS
  ) {
    return run;
  }
  return {
    ...run,
    steps: boundedSteps(steps),
    models: models.slice(0, MOST_MODELS),
    evaluations: evaluations.slice(-MOST_EVALUATIONS),
  };
}

function boundedSteps(steps: readonly RunStep[]): readonly RunStep[] {
  if (steps.length <= MOST_STEPS) return steps;
  const tools = new Set<string>();
  const kept = new Set<RunStep>();
  for (const step of steps) {
    if (tools.has(step.tool) || kept.size >= MOST_STEPS) continue;
    tools.add(step.tool);
    kept.add(step);
  }
  for (let i = steps.length - 1; kept.size < MOST_STEPS && i >= 0; i -= 1) {
    const step = steps[i];
    if (step !== undefined) kept.add(step);
  }
  return steps.filter((step) => kept.has(step));
}
