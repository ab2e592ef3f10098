import type { StatusCategory } from './event';

/** What a state of an instance's incidents means to the rules. */
export interface StateMeaning {
  /** As the field holds it: a number in digits, custom ones included. */
  readonly value: string;
  readonly label: string;
  readonly category: StatusCategory;
  /** Waits for the requester. */
  readonly paused: boolean;
}

export interface IncidentGroup {
  readonly sysId: string;
  readonly name: string;
}

/** How an instance's incidents are read, and what is written on them. */
export interface IncidentMapping {
  /** A state that is not here is `indeterminate`: it neither resolves nor pauses. */
  readonly states: readonly StateMeaning[];
  /** Values of `hold_reason` that make any state wait for the requester. */
  readonly pausingHoldReasons: readonly string[];
  /**
   * A desk for each: an incident belongs to the first of them that it was ever assigned to, and stays
   * there when others take it. Empty: one desk for the whole instance.
   */
  readonly groups: readonly IncidentGroup[];
  /** Field of the incident that verdicts are written to; null: nothing is written back. */
  readonly verdictField: string | null;
  /** A work note, too, when a verdict changes. */
  readonly writesWorkNotes: boolean;
}

export const LARGEST_GROUP_COUNT = 10;
