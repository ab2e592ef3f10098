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
  /** Somebody changed it since the last comparison, or it is in a group that has a desk. */
  readonly concernsDesk: boolean;
}

/** Desks that push nothing by themselves: they are asked what changed. */
export interface ChangeFeed {
  /**
   * Whole histories of what changed after a place. What was read already is asked for again for a
   * while, since an instance shows changes late, and told only when it changed.
   *
   * @param isFirst - begins a poll: looks back as far as changes may show late
   */
  readChanges(place: FeedPlace, options: { readonly isFirst: boolean }): Promise<Result<FeedPage>>;
  /** Every ticket's stamp, by id, after one of them; `nextAfter` null: these were the last. */
  listStamps(
    after: string,
    since: EpochMs | null,
  ): Promise<
    Result<{ readonly stamps: readonly TicketStamp[]; readonly nextAfter: string | null }>
  >;
  /** Whole histories of at most 100 tickets. `deleted`: the desk says so; others may be hidden from us. */
  readTickets(ticketIds: readonly string[]): Promise<
    Result<{
      readonly snapshots: readonly TicketSnapshot[];
      readonly unreadable: SnapshotPage['unreadable'];
      readonly deleted: readonly string[];
    }>
  >;
}
