import type { EpochMs } from '../time';
import type { Source } from './source';
import type { TicketEvent } from './event';

/** What the desk itself says of its service levels, for reconciliation only. */
export interface DeskSla {
  readonly isMet: boolean;
  /** Service levels that were breached; null where the desk does not tell them one by one. */
  readonly breached: number | null;
}

/** One Jira issue or ServiceNow incident, normalised (rule book, sections 1 and 2). */
export interface Ticket {
  /** `jira:<issue id>` or `servicenow:<sys_id or number>`. */
  readonly id: string;
  readonly source: Source;
  /** Tickets of one desk share it; the app uses `jira:<project id>`, an export its own name. */
  readonly desk: string;
  /** What people call the ticket, e.g. `IT-1`; null when the source has no such thing. */
  readonly key: string | null;
  readonly requestType: string | null;
  readonly priority: string | null;
  /** Opaque; null when the source does not know. */
  readonly requester: string | null;
  /** Keyed hashes of the summary's tokens; empty when unknown. Never text. */
  readonly subject: readonly string[];
  readonly openedAt: EpochMs;
  /** The desk's own resolution field, for reconciliation only; null while it is empty. */
  readonly nativeResolvedAt: EpochMs | null;
  /** Left out where the desk says nothing. */
  readonly sla?: DeskSla;
}

/** A ticket with its events, in time order; equal times keep their order in the array. */
export interface Timeline extends Ticket {
  readonly events: readonly TicketEvent[];
}
