import type { DurationMs } from '../domain/time';

/** Long work, cut into pieces that are safe to run twice. */
export type Job =
  /** One slice of a desk's history; the cursor lives in the store, so a job carries none. */
  | { readonly kind: 'backfill-desk'; readonly deskId: string }
  /** Scores tickets again, since something around them changed. At most 100 ids. */
  | {
      readonly kind: 'rescore-tickets';
      readonly deskId: string;
      readonly ticketIds: readonly string[];
    }
  /** Settles tickets that runs were written on: episodes, figures, tags. At most 100 ids. */
  | {
      readonly kind: 'settle-tickets';
      readonly deskId: string;
      readonly ticketIds: readonly string[];
    }
  /** Runs came before their tickets: joins them. At most 100 ids. */
  | {
      readonly kind: 'match-runs';
      readonly deskId: string;
      readonly ticketIds: readonly string[];
    }
  /** Computes what marked days changed of a desk's figures, without asking the desk. */
  | { readonly kind: 'refresh-rollups'; readonly deskId: string }
  /** Everything the hour left undone for a desk. */
  | { readonly kind: 'refresh-desk'; readonly deskId: string }
  /** Hands a ticket to people, if its policy says so; or goes on with a hand-off of it. */
  | { readonly kind: 'hand-off'; readonly deskId: string; readonly ticketId: string }
  /** A slice of a preview; how far it got lives in the store. */
  | {
      readonly kind: 'preview-definition';
      readonly deskId: string;
      readonly previewId: string;
    }
  /** Tickets that a desk said were changed are read from it. At most 100 ids. */
  | { readonly kind: 'read-pushed'; readonly ticketIds: readonly string[] }
  /** A slice of the nightly comparison; how far it got lives in the store. */
  | { readonly kind: 'compare-with-source' }
  /** Deletes what is kept of a desk that is to leave. */
  | { readonly kind: 'forget-desk'; readonly deskId: string }
  /** A slice of an export of labelled outcomes, of all desks; how far it got lives in the store. */
  | { readonly kind: 'export-feedback'; readonly exportId: string };

export interface JobQueue {
  /** At-least-once, unordered. `delayMs` is at most 900,000. */
  push(jobs: readonly Job[], options?: { readonly delayMs?: DurationMs }): Promise<void>;
}
