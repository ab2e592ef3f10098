import type { TicketEvent } from './event';

/**
 * An event as the store keeps it: with the identity that makes delivery twice, late or out of order
 * harmless.
 *
 * - `history`: an item of the desk's own change history; `key` is `<history id>:<item index>`
 * - `comment`: `key` is the comment's id
 * - `push`: a change told by a product event that carried no history id; `key` is made of its
 *   content. A history that covers the same change replaces it.
 * - `app`: what Firstline itself knows (runs, hand-offs, overrides, ratings); `key` is its own id
 */
export type EventOrigin = 'history' | 'comment' | 'push' | 'app';

export interface RecordedEvent {
  readonly origin: EventOrigin;
  readonly key: string;
  readonly event: TicketEvent;
  /** Of a pushed status change: the status that the desk says it came from. */
  readonly cameFrom?: string;
  /** Of an event that is told again as more is known of it: the higher one is newer, whenever it comes. */
  readonly revision?: number;
}
