import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';

/** What a pushed event says of a ticket, normalised. */
export type TicketChange =
  | {
      readonly kind: 'changed';
      /** As the push tells it; what a push cannot know (the request type) is null. */
      readonly ticket: Ticket;
      readonly deskKey: string;
      readonly events: readonly RecordedEvent[];
      /** The push carries the ticket's opening, so nothing can have happened before it. */
      readonly isOpening: boolean;
      /** Facts changed that the push cannot tell whole: the ticket should be read again. */
      readonly changesFacts: boolean;
    }
  | {
      readonly kind: 'comment-deleted';
      readonly ticketId: string;
      readonly deskId: string;
      readonly openedAt: EpochMs;
      readonly commentId: string;
    }
  | {
      readonly kind: 'deleted';
      readonly ticketId: string;
      readonly deskId: string;
      readonly openedAt: EpochMs;
      readonly at: EpochMs;
    }
  /** Nothing that concerns a timeline; the reason is for the log. */
  | { readonly kind: 'irrelevant'; readonly reason: string };

/** Reads the payloads that a desk pushes. */
export interface TicketChangeReader {
  read(payload: unknown): Promise<Result<TicketChange>>;
}
