import type { Result } from '../domain/app-error';
import type { HandOffTarget } from '../domain/escalation/policy';
import type { HandOffPacket } from '../domain/escalation/packet';

/** The desk's side of a hand-off. Each act may be repeated: what was done is found and left. */
export interface HandOffDesk {
  /** Whether the ticket can still be handed off. */
  readTicket(ticketId: string): Promise<Result<'open' | 'done' | 'gone'>>;
  /** Posts the packet as an internal comment, or finds the one of this id that was posted before. */
  comment(ticketId: string, packet: HandOffPacket): Promise<Result<{ readonly commentId: string }>>;
  /** Group, assignee, priority and label in one write, then the status; what is so already is left. */
  route(ticketId: string, target: HandOffTarget): Promise<Result<'routed'>>;
}
