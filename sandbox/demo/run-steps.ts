import { TOOL_ERRORS } from './agent-tools';
import type { Chance } from './chance';
import type { RunPurpose } from './script-writer';
import type { ScriptStep } from './ticket-script';

type ModelStep = Extract<ScriptStep, { readonly kind: 'model' }>;
type ToolStep = Extract<ScriptStep, { readonly kind: 'tool' }>;
type Planned =
  Omit<ModelStep, 'startedAtMs' | 'endedAtMs'> | Omit<ToolStep, 'startedAtMs' | 'endedAtMs'>;

/** Share (0..1) of tool calls that fail; an agent that gives up has met more of them. */
const FAILURE_SHARE: Readonly<Record<RunPurpose, number>> = {
  answer: 0.05,
  'answer-and-leave': 0.12,
  'hand-over': 0.35,
};

/** US dollars a million tokens. */
const MODELS = {
  'atlas-large': { input: 2.5, output: 10 },
  'atlas-small': { input: 0.15, output: 0.6 },
} as const;
const SMALL_SHARE = 0.4;
const TOOL_WEIGHT = 0.6;

/**
 * What the agent does between a run's start and end, without a gap: the model decides before and
 * after every tool call; a look that failed is tried once more.
 */
export function planSteps(
  run: {
    readonly startedAtMs: number;
    readonly endedAtMs: number;
    readonly looks: readonly string[];
    /** The tool that changes something, and succeeds in the end; null: none. */
    readonly acting: string | null;
    readonly purpose: RunPurpose;
  },
  chance: Chance,
): readonly ScriptStep[] {
  const planned: Planned[] = [callModel(0, chance)];
  const call = (tool: string, canFail: boolean): boolean => {
    const hasFailed = canFail && chance.happens(FAILURE_SHARE[run.purpose]);
    planned.push({ kind: 'tool', tool, errorType: hasFailed ? chance.one(TOOL_ERRORS) : null });
    planned.push(callModel(planned.length, chance));
    return !hasFailed;
  };
  for (const tool of run.looks) if (!call(tool, true)) call(tool, true);
  if (run.acting !== null && !call(run.acting, true)) call(run.acting, false);
  return inTime(planned, run, chance);
}

/** Each call reads what was said before: the further on, the more. */
function callModel(before: number, chance: Chance): Planned {
  const model = chance.happens(SMALL_SHARE) ? 'atlas-small' : 'atlas-large';
  const inputTokens = 400 + 350 * before + chance.index(600);
  const outputTokens = 20 + chance.index(280);
  const price = MODELS[model];
  const costUsd = (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
  return { kind: 'model', model, inputTokens, outputTokens, costUsd };
}

function inTime(
  planned: readonly Planned[],
  { startedAtMs, endedAtMs }: { readonly startedAtMs: number; readonly endedAtMs: number },
  chance: Chance,
): readonly ScriptStep[] {
  const weights = planned.map(
    ({ kind }) => chance.between(0.5, 1.5) * (kind === 'tool' ? TOOL_WEIGHT : 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0;
  return planned.map((step, index) => {
    const at = (share: number): number =>
      startedAtMs + Math.round((share / total) * (endedAtMs - startedAtMs));
    const from = at(passed);
    passed += weights[index] ?? 0;
    return { ...step, startedAtMs: from, endedAtMs: at(passed) };
  });
}
