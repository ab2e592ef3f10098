import type { HandOffReason } from '../domain/escalation/decision';
import type { HandOffStep } from '../domain/escalation/hand-off-step';
import type { HandOffTarget } from '../domain/escalation/policy';
import type { EpochMs } from '../domain/time';

/** One hand-off: at most one per episode of a ticket. */
export interface HandOffRow {
  /** `handOffIdOf` ticket and episode's opening. */
  readonly handOffId: string;
  readonly ticketId: string;
  readonly deskId: string;
  readonly runId: string;
  readonly agentId: string;
  readonly reason: HandOffReason;
  readonly detail: string | null;
  /** As they were when it was decided. */
  readonly confidence: number | null;
  readonly threshold: number | null;
  readonly policyVersion: number;
  readonly target: HandOffTarget;
  /** The run's end: when the decision fell. */
  readonly decidedAt: EpochMs;
  readonly step: HandOffStep;
  /** Jira's id of the comment; null before. */
  readonly commentId: string | null;
  /**
   * Why it waits: an AppError kind, or `refused:` and the fields that the desk will not take, by id
   * and with commas between them; null while nothing is wrong.
   */
  readonly problem: string | null;
  readonly attempts: number;
  /** Whoever works on it, or the job that waits for it, has until then; null: nobody has it. */
  readonly leasedUntil: EpochMs | null;
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
}

export interface UnfinishedHandOff extends HandOffRow {
  /** What people call the ticket, of ServiceNow's alone: Jira tells its own to who may see them. */
  readonly ticketKey: string | null;
}

export interface HandOffTables {
  readHandOff(handOffId: string): Promise<HandOffRow | null>;
  /** Saves with `version` + 1 if nobody was first (`version` 0: must not exist yet). */
  saveHandOff(row: HandOffRow): Promise<'saved' | 'conflict'>;
  /**
   * Neither `recorded` nor `called-off` yet, oldest decision first.
   *
   * @param query - `deskId` null: of all desks; `freeAt`: only those that nobody has then
   */
  listUnfinishedHandOffs(query: {
    readonly deskId: string | null;
    readonly freeAt?: EpochMs;
    readonly limit: number;
  }): Promise<readonly UnfinishedHandOff[]>;
  /** Of a ticket, oldest first. */
  readHandOffsOfTicket(ticketId: string): Promise<readonly HandOffRow[]>;
}
