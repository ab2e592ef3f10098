import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { Evidence, Outcome, RuleName } from '../domain/outcome/outcome';

/** What is written on the ticket, of its latest episode. */
export interface TicketTag {
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly evidence: Evidence | null;
  /** The agent's registered name, else its id; null without AI. */
  readonly agent: string | null;
  readonly confidence: number | null;
  readonly decidedAt: EpochMs | null;
  readonly episodes: number;
}

export interface TaggedTicket {
  readonly ticketId: string;
  readonly tag: TicketTag;
}

export interface TicketTagger {
  /** Two writes (property and field); both are repeated as a whole when one fails. */
  tag(ticketId: string, tag: TicketTag): Promise<Result<'tagged' | 'ticket-gone'>>;
  /** The same for at most 100 tickets, in two writes for all of them. */
  tagMany(tickets: readonly TaggedTicket[]): Promise<Result<'tagged'>>;
}
