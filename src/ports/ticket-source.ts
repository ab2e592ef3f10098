import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';

/** A ticket with its whole history, as the desk tells it now. Replaces what pushes had told. */
export interface TicketSnapshot {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** The desk's `updated` stamp: every change up to it is in `events`. */
  readonly sourceUpdatedAt: EpochMs;
}

export interface SnapshotPage {
  readonly snapshots: readonly TicketSnapshot[];
  /** Tickets that could not be read, by id with the reason; never skipped in silence. */
  readonly unreadable: readonly { readonly ticketId: string; readonly reason: string }[];
  /** Opaque; null when this was the last page. */
  readonly nextCursor: string | null;
}

/** A desk that tickets can be read from. Implementations MUST NOT throw for remote failures. */
export interface TicketSource {
  /** One page of a desk's tickets with whole histories, oldest first. */
  readPage(desk: DeskRef, cursor: string | null): Promise<Result<SnapshotPage>>;
  /** Estimated number of tickets; null when the desk will not say. */
  countTickets(desk: DeskRef): Promise<Result<number | null>>;
  /** Ids and stamps of tickets updated at or after `since`, oldest first, one page at a time. */
  listUpdated(
    desk: DeskRef,
    since: EpochMs,
    cursor: string | null,
  ): Promise<
    Result<{
      readonly tickets: readonly { readonly ticketId: string; readonly updatedAt: EpochMs }[];
      readonly nextCursor: string | null;
    }>
  >;
  /** Whole histories of at most 100 tickets. Ids that the desk no longer has are in `missing`. */
  readSnapshots(
    desk: DeskRef,
    ticketIds: readonly string[],
  ): Promise<Result<{ readonly page: SnapshotPage; readonly missing: readonly string[] }>>;
  /** The service desks of the site. */
  listDesks(): Promise<Result<readonly DeskRef[]>>;
}

export interface DeskRef {
  /** `jira:<project id>`. */
  readonly deskId: string;
  readonly key: string;
}
