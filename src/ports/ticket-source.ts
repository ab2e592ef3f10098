import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';

/** A ticket with its whole history, as the desk tells it now. Replaces what pushes had told. */
export interface TicketSnapshot {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** The desk's `updated` stamp: every change up to it is in `events`. */
  readonly historyUpTo: EpochMs;
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
  /** The service desks of the site, and the zone of their clocks. */
  listDesks(): Promise<Result<readonly SourceDesk[]>>;
  /** Estimated number of tickets; null when the desk will not say. */
  countTickets(desk: DeskRef): Promise<Result<number | null>>;
  /** One page of a desk's tickets with whole histories, oldest first. */
  readPage(desk: DeskRef, cursor: string | null): Promise<Result<SnapshotPage>>;
  /** The same for tickets updated in a span, least recently updated first. */
  readUpdatedPage(
    desk: DeskRef,
    span: UpdatedSpan,
    cursor: string | null,
  ): Promise<Result<SnapshotPage>>;
  /** Whole histories of at most 100 tickets. Ids that the desk no longer has are in `missing`. */
  readSnapshots(
    desk: DeskRef,
    ticketIds: readonly string[],
  ): Promise<Result<{ readonly page: SnapshotPage; readonly missing: readonly string[] }>>;
}

/** Minutes before now. */
export interface UpdatedSpan {
  readonly sinceMin: number;
  /** Tickets whose latest update lies in it are left out; null leaves none out. */
  readonly except: { readonly fromMin: number; readonly toMin: number } | null;
}

export interface DeskRef {
  /** `jira:<project id>` or `servicenow:<desk key>`. */
  readonly deskId: string;
  readonly key: string;
}

export interface SourceDesk extends DeskRef {
  /** What people call it; left out where the key says enough. */
  readonly name?: string;
  /** IANA zone of the desk's clock. */
  readonly timeZone: string;
}
