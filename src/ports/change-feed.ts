import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { FeedState } from './service-now-connections';
import type { SnapshotPage, TicketSnapshot } from './ticket-source';

/** How far changes are followed: a part of the stored state. */
export type FeedPlace = Pick<FeedState, 'watermark' | 'recent'>;

export interface FeedPage {
  /** Of all its desks: each names its own. */
  readonly snapshots: readonly TicketSnapshot[];
  readonly unreadable: SnapshotPage['unreadable'];
  /** Where the next page begins, once these are taken in. */
  readonly next: FeedPlace;
  /** Goes on with the same poll; opaque, null when this was its last page. */
  readonly nextCursor: string | null;
  readonly clockAheadMs: number | null;
}

/** A ticket as the desk lists it: enough to see whether ours is the same. */
export interface TicketStamp {
  readonly ticketId: string;
  readonly updatedAt: EpochMs;
  /** As it stands now it belongs to a desk; it may have done so before in any case. */
  readonly isInDesk: boolean;
}

export interface StampPage {
  /** Desks whose tickets these are, or were. */
  readonly deskIds: readonly string[];
  readonly stamps: readonly TicketStamp[];
  /** Ids of tickets above `after` and up to this one are all listed. */
  readonly upTo: string;
  readonly isLast: boolean;
}

/** Desks that push nothing by themselves: they are asked what changed. */
export interface ChangeFeed {
  /**
   * Whole histories of what changed after a place. What was read already is asked for again for a
   * while, since an instance shows changes late, and told only when it changed.
   *
   * @param cursor - null begins a poll: it looks back as far as changes may show late
   */
  readChanges(place: FeedPlace, cursor: string | null): Promise<Result<FeedPage>>;
  /** Every ticket's stamp, by id, after one of them; null begins. */
  listStamps(after: string | null): Promise<Result<StampPage>>;
  /** Whole histories of at most 100 tickets. `deleted`: the desk says so; others may be hidden from us. */
  readTickets(ticketIds: readonly string[]): Promise<
    Result<{
      readonly snapshots: readonly TicketSnapshot[];
      readonly unreadable: SnapshotPage['unreadable'];
      readonly deleted: readonly string[];
    }>
  >;
}
