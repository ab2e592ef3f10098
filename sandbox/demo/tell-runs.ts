import { drawConfidence } from './agent-confidence';
import { toolsFor } from './agent-tools';
import { answerHolds } from './answer-holds';
import type { Chance } from './chance';
import { COMMENT_TEXTS } from './comment-texts';
import type { RequestTypeModel } from './desk-model';
import { planSteps } from './run-steps';
import type { RunMark, RunPurpose } from './script-writer';
import type { RunAction, ScriptAct, ScriptAction, ScriptRun } from './ticket-script';

/** How an agent calls what its run came to. */
const RESULTS: Readonly<Record<RunPurpose, ScriptRun['result']>> = {
  answer: 'resolved',
  'answer-and-leave': 'unresolved',
  'hand-over': 'escalated',
};

/** One for each of the notes with which the agent hands over. */
const REASONS = [
  'needs-approval',
  'low-confidence',
  'needs-on-site-work',
  'contradicting-articles',
] as const;

/** How often an answer of a type that has a tool for it did something; more often when it was right. */
const ACTS_SHARE = { held: 0.85, failed: 0.5 };

/** Runs take from the moment that the agent is woken; of what was long before it knows nothing. */
const LONGEST_MS = 90_000;
/** From a run's end until the agent acts: so long it asks whether it may. */
const ASKING_MS = 500;
const WAKING_MS = [200, 1_500] as const;

/**
 * Tells the runs of a ticket, once it is known what becomes of their answers. Takes chance of its
 * own, so that what shows on the site does not depend on what the agent says of itself.
 *
 * @param about.repeatAtMs - when the requester asks the same anew; null: never
 */
export function tellRuns(
  acts: readonly (ScriptAct | RunMark)[],
  about: {
    readonly requestType: RequestTypeModel;
    readonly openedAtMs: number;
    readonly repeatAtMs: number | null;
    readonly chance: Chance;
  },
): readonly ScriptAction[] {
  const { requestType, openedAtMs, repeatAtMs, chance } = about;
  return acts.map((act, index) => {
    if (act.kind !== 'run') return act;
    const later = acts.slice(index + 1);
    const holds = answerHolds(later, repeatAtMs);
    const calledMs = acts[index - 1]?.atMs ?? openedAtMs;
    const atMs = Math.max(calledMs, act.atMs - ASKING_MS);
    const wokenMs = Math.max(calledMs, atMs - LONGEST_MS);
    const startedAtMs = Math.min(atMs, wokenMs + Math.round(chance.between(...WAKING_MS)));
    return tell({ ...act, atMs }, { requestType, later, holds, startedAtMs, chance });
  });
}

function tell(
  { atMs, by, purpose }: RunMark,
  about: {
    readonly requestType: RequestTypeModel;
    readonly later: readonly (ScriptAct | RunMark)[];
    readonly holds: boolean | null;
    readonly startedAtMs: number;
    readonly chance: Chance;
  },
): RunAction {
  const { requestType, later, holds, startedAtMs, chance } = about;
  const { looks, acts } = toolsFor(requestType.name);
  const actsShare = holds === false ? ACTS_SHARE.failed : ACTS_SHARE.held;
  const acting = purpose === 'answer' && chance.happens(actsShare) ? acts : null;
  return {
    kind: 'run',
    atMs,
    by,
    run: {
      startedAtMs,
      result: RESULTS[purpose],
      confidence: drawConfidence(requestType, { purpose, holds }, chance),
      verifiedActions: acting === null ? 0 : 1,
      reason: purpose === 'hand-over' ? reasonOf(later) : null,
      steps: planSteps({ startedAtMs, endedAtMs: atMs, looks, acting, purpose }, chance),
    },
  };
}

/** The note that follows says it in words. */
function reasonOf(later: readonly (ScriptAct | RunMark)[]): string {
  const note = later.find((act) => act.kind === 'comment');
  const index =
    note?.kind === 'comment'
      ? COMMENT_TEXTS.aiHandOver.findIndex((text) => text === note.text)
      : -1;
  return REASONS[index] ?? 'low-confidence';
}
