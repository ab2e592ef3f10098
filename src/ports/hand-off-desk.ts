import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { HandOffTarget } from '../domain/escalation/policy';
import type { HandOffPacket } from '../domain/escalation/packet';

/**
 * Fields by their ids that the desk will not take however often it is asked: not on the screen, no
 * such group, nobody who can be assigned. `comment` and `status` stand for these two acts.
 */
export interface Refusal {
  readonly refused: readonly string[];
}

/** The desk's side of a hand-off. */
export interface HandOffDesk {
  /** Whether the ticket can still be handed off. */
  readTicket(ticketId: string): Promise<Result<'open' | 'done' | 'gone'>>;
  /** The comment of this hand-off, if it was posted before; those before `decidedAt` are not searched. */
  findComment(
    ticketId: string,
    handOff: { readonly handOffId: string; readonly decidedAt: EpochMs },
  ): Promise<Result<{ readonly commentId: string } | null>>;
  /** Posts the packet as an internal comment. */
  comment(
    ticketId: string,
    packet: HandOffPacket,
  ): Promise<Result<{ readonly commentId: string } | Refusal>>;
  /**
   * Group, assignee, priority and label in one write, then the status; what is so already is left,
   * and so is a ticket that is done.
   *
   * @param keepsAssignee - people are at work: when the ticket is assigned to one of them, it stays
   *   there, in its group and its status, and only priority and label are set
   */
  route(
    ticketId: string,
    target: HandOffTarget,
    options: { readonly keepsAssignee: boolean },
  ): Promise<Result<'routed' | Refusal>>;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;
