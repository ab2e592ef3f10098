import type { ScriptAct, ScriptActor, ScriptStatus } from './ticket-script';

/** What the AI agent's run comes to, as far as it knows itself. */
export type RunPurpose = 'answer' | 'answer-and-leave' | 'hand-over';

/** Where a run ended; the rest of it is told once the ticket's whole life is known. */
export interface RunMark {
  readonly kind: 'run';
  readonly atMs: number;
  readonly by: ScriptActor;
  readonly purpose: RunPurpose;
}

/** Writes one ticket's life in time order; what cannot happen to a ticket is refused. */
export interface ScriptWriter {
  /** Where the story stands; epoch milliseconds. */
  nowMs(): number;
  status(): ScriptStatus;
  isDone(): boolean;
  /** How often the ticket came back. */
  reopenings(): number;
  wait(durationMs: number): void;
  /** Moves on to `atMs`, or to a moment after now if that is over already. */
  waitUntil(atMs: number): void;
  comment(by: ScriptActor, comment: { readonly isPublic: boolean; readonly text: string }): void;
  assign(by: ScriptActor, to: ScriptActor): void;
  /** To another status of a ticket that is open. */
  move(by: ScriptActor, to: OpenStatus): void;
  resolve(by: ScriptActor, to: DoneStatus, resolution: string): void;
  /** From resolved to closed: nothing more than tidying up. */
  close(by: ScriptActor): void;
  reopen(by: ScriptActor): void;
  rate(rating: number): void;
  /** The AI agent has made up its mind, and acts next. */
  run(by: ScriptActor, purpose: RunPurpose): void;
  actions(): readonly (ScriptAct | RunMark)[];
}

export type DoneStatus = 'resolved' | 'closed' | 'canceled';
export type OpenStatus = Exclude<ScriptStatus, DoneStatus>;

const isDoneStatus = (status: ScriptStatus): status is DoneStatus =>
  status === 'resolved' || status === 'closed' || status === 'canceled';

const LEAST_WAIT_MS = 1_000;
const OPENED = { status: 'waiting-for-support', reopenings: 0 } as const;

/** @param from - where a story goes on that began before; without it, a ticket is opened */
export function createScriptWriter(
  startsAtMs: number,
  from: { readonly status: ScriptStatus; readonly reopenings: number } = OPENED,
): ScriptWriter {
  const actions: (ScriptAct | RunMark)[] = [];
  let nowMs = startsAtMs;
  let { status, reopenings } = from;
  let resolution: string | null = null;

  const require = (isPossible: boolean, what: string): void => {
    if (!isPossible) throw new Error(`Cannot ${what} a ticket in status ${status}`);
  };
  const setStatus = (by: ScriptActor, to: ScriptStatus): void => {
    status = to;
    actions.push({ kind: 'status', atMs: nowMs, by, to, resolution });
  };

  return {
    nowMs: () => nowMs,
    status: () => status,
    isDone: () => isDoneStatus(status),
    reopenings: () => reopenings,
    wait(durationMs) {
      nowMs += Math.max(0, Math.round(durationMs));
    },
    waitUntil(atMs) {
      nowMs = Math.max(nowMs + LEAST_WAIT_MS, Math.round(atMs));
    },
    comment(by, { isPublic, text }) {
      actions.push({ kind: 'comment', atMs: nowMs, by, isPublic, text });
    },
    assign(by, to) {
      actions.push({ kind: 'assign', atMs: nowMs, by, to });
    },
    move(by, to) {
      require(!isDoneStatus(status), 'move');
      if (to !== status) setStatus(by, to);
    },
    resolve(by, to, as) {
      require(!isDoneStatus(status), 'resolve');
      resolution = as;
      setStatus(by, to);
    },
    close(by) {
      require(status === 'resolved', 'close');
      setStatus(by, 'closed');
    },
    reopen(by) {
      require(isDoneStatus(status), 'reopen');
      resolution = null;
      reopenings += 1;
      setStatus(by, 'waiting-for-support');
    },
    rate(rating) {
      require(isDoneStatus(status), 'rate');
      actions.push({ kind: 'rate', atMs: nowMs, rating });
    },
    run(by, purpose) {
      require(!isDoneStatus(status), 'work on');
      actions.push({ kind: 'run', atMs: nowMs, by, purpose });
    },
    actions: () => actions,
  };
}
