/** Who acts, by role; the player of a script knows which account that is. */
export type ScriptActor =
  | { readonly role: 'requester' }
  | { readonly role: 'agent'; readonly index: number }
  | { readonly role: 'ai' }
  /** The desk's closing and routing rules. */
  | { readonly role: 'rule' }
  /** An app that acknowledges receipt and does nothing else. */
  | { readonly role: 'receipt' }
  /** An account that the site no longer knows. */
  | { readonly role: 'stranger' };

/** The statuses of the demo's workflow, by meaning; names belong to the site. */
export type ScriptStatus =
  | 'waiting-for-support'
  | 'in-progress'
  | 'waiting-for-customer'
  | 'escalated'
  | 'resolved'
  | 'closed'
  | 'canceled';

export type ScriptAction = ScriptAct | RunAction;

/** Something that shows on the site. */
export type ScriptAct = { readonly atMs: number } & (
  | {
      readonly kind: 'comment';
      readonly by: ScriptActor;
      readonly isPublic: boolean;
      readonly text: string;
    }
  | { readonly kind: 'assign'; readonly by: ScriptActor; readonly to: ScriptActor }
  | {
      readonly kind: 'status';
      readonly by: ScriptActor;
      readonly to: ScriptStatus;
      /** Set when a ticket is done, e.g. `Done`, `Duplicate`. */
      readonly resolution: string | null;
    }
  /** By the requester, 1 (worst) to 5 (best); a site takes ratings of done tickets only. */
  | { readonly kind: 'rate'; readonly rating: number }
);

/** The AI agent has finished a run and tells of it, before it acts accordingly. */
export interface RunAction {
  readonly kind: 'run';
  /** The run's end. */
  readonly atMs: number;
  readonly by: ScriptActor;
  readonly run: ScriptRun;
}

/** One attempt of the AI agent at a ticket, as its own tooling sees it. */
export interface ScriptRun {
  readonly startedAtMs: number;
  readonly result: 'resolved' | 'escalated' | 'unresolved';
  /** 0..1 */
  readonly confidence: number;
  /** Tool calls that changed something, and whose effect the agent checked. */
  readonly verifiedActions: number;
  /** Why it calls people, as a code; null when it does not. */
  readonly reason: string | null;
  /** Tool calls and calls of a model in time order, one after another. */
  readonly steps: readonly ScriptStep[];
}

export type ScriptStep = { readonly startedAtMs: number; readonly endedAtMs: number } & (
  | {
      readonly kind: 'tool';
      readonly tool: string;
      /** Class of the error; null: it worked. */
      readonly errorType: string | null;
    }
  | {
      readonly kind: 'model';
      readonly model: string;
      readonly inputTokens: number;
      readonly outputTokens: number;
      readonly costUsd: number;
    }
);

/** A ticket's whole life, written in advance: what lies in the past is history, the rest is played. */
export interface TicketScript {
  readonly deskKey: string;
  /** Unique within the demo: `<desk>:<day>:<number>` and `…:again` for a repeat contact. */
  readonly id: string;
  readonly requestType: string;
  readonly priority: string;
  /** Which of the demo's customers, from 0. */
  readonly customer: number;
  readonly summary: string;
  readonly openedAtMs: number;
  /** In time order. */
  readonly actions: readonly ScriptAction[];
}
