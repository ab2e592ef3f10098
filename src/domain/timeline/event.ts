import type { Outcome } from '../outcome/outcome';
import type { EpochMs } from '../time';
import type { Actor } from './actor';

interface EventBase {
  readonly at: EpochMs;
  readonly actor: Actor;
}

export interface CommentEvent extends EventBase {
  readonly kind: 'comment';
  readonly visibility: 'public' | 'internal';
}

/** `to` is an account, `toGroup` a team; either may be absent, and neither means "unassigned". */
export interface AssignedEvent extends EventBase {
  readonly kind: 'assigned';
  readonly to?: Actor;
  readonly toGroup?: string;
}

/** Jira's status categories; ServiceNow's Resolved, Closed and Canceled are `done`. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface StatusEvent extends EventBase {
  readonly kind: 'status';
  readonly status: string;
  readonly category: StatusCategory;
  /** True for the states that wait for the requester. */
  readonly paused: boolean;
  readonly resolution: string | null;
}

export interface HandedOffEvent extends EventBase {
  readonly kind: 'handed-off';
  readonly reason: string | null;
}

export interface AgentRunEvent extends EventBase {
  readonly kind: 'agent-run';
  /** `at` is its end. Absent where nobody said when it began. */
  readonly startedAt?: EpochMs;
  readonly result: 'resolved' | 'escalated' | 'unresolved';
  /** 0..1, as the agent reported it; null when it did not. */
  readonly confidence: number | null;
  /** Tool calls whose effect was checked. */
  readonly verifiedActions: number;
  readonly reason: string | null;
}

/** Satisfaction, 1 (worst) to 5 (best). */
export interface RatedEvent extends EventBase {
  readonly kind: 'rated';
  readonly rating: number;
}

export interface OverriddenEvent extends EventBase {
  readonly kind: 'overridden';
  readonly outcome: Outcome;
  readonly reason: string | null;
}

/** Something that happened to a ticket (rule book, section 2). No text of a ticket is ever in it. */
export type TicketEvent =
  | CommentEvent
  | AssignedEvent
  | StatusEvent
  | HandedOffEvent
  | AgentRunEvent
  | RatedEvent
  | OverriddenEvent;
