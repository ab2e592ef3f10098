import type {
  RunAction,
  ScriptAction,
  ScriptStatus,
  TicketScript,
} from '../../../sandbox/demo/ticket-script';

const DONE: readonly ScriptStatus[] = ['resolved', 'closed', 'canceled'];

/**
 * What could not happen to a real ticket, in words; empty for a sane script. Written apart from the
 * generator's own guards, so that one can be wrong without the other.
 */
export function impossibleActions(script: TicketScript): readonly string[] {
  const found: string[] = [];
  let status: ScriptStatus = 'waiting-for-support';
  let lastMs = script.openedAtMs;
  for (const action of script.actions) {
    const report = (what: string) => found.push(`${script.id} at ${action.atMs}: ${what}`);
    if (!Number.isInteger(action.atMs)) report('a time that is no whole millisecond');
    if (action.atMs < lastMs) report('before what came before');
    lastMs = action.atMs;
    const problem = problemOf(action, status);
    if (problem !== null) report(problem);
    if (action.kind === 'status') status = action.to;
  }
  if (!DONE.includes(status)) found.push(`${script.id}: never ends`);
  return found;
}

function problemOf(action: ScriptAction, status: ScriptStatus): string | null {
  const isDone = DONE.includes(status);
  switch (action.kind) {
    case 'rate':
      if (!isDone) return 'a rating of an open ticket';
      return action.rating >= 1 && action.rating <= 5 ? null : 'a rating outside 1 to 5';
    case 'assign':
      return isDone ? 'an assignment of a done ticket' : null;
    case 'run':
      return isDone ? 'a run on a done ticket' : problemOfRun(action);
    case 'comment':
      return action.text.trim() === '' ? 'an empty comment' : null;
    case 'status': {
      if (action.to === status) return 'a move to the status it has';
      const becomesDone = DONE.includes(action.to);
      if (becomesDone !== (action.resolution !== null)) return 'done without a resolution, or so';
      if (isDone && becomesDone) {
        return status === 'resolved' && action.to === 'closed' ? null : 'done twice';
      }
      return isDone && action.by.role !== 'requester' ? 'reopened by another' : null;
    }
  }
}

/** Steps one after another, within a run of at most a minute and a half, and figures that can be. */
function problemOfRun({ atMs, by, run }: RunAction): string | null {
  if (by.role !== 'ai') return 'a run by another than the AI agent';
  let lastMs = run.startedAtMs;
  for (const { startedAtMs, endedAtMs } of run.steps) {
    if (startedAtMs < lastMs || endedAtMs < startedAtMs) return 'a step before the one before';
    lastMs = endedAtMs;
  }
  if (lastMs !== atMs || atMs - run.startedAtMs > 90_000) return 'a run of another length';
  const calls = run.steps.map((step) => (step.kind === 'tool' ? 0 : step.inputTokens));
  if (calls.at(-1) === 0) return 'a run that does not end with an answer of the model';
  if (run.confidence < 0 || run.confidence > 1) return 'a confidence outside 0 to 1';
  if ((run.result === 'escalated') !== (run.reason !== null))
    return 'called without a reason, or so';
  return run.verifiedActions > 0 && run.result !== 'resolved' ? 'acted without resolving' : null;
}
