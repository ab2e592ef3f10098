import type { IncidentMapping } from '../domain/timeline/incident-mapping';
import type { EpochMs } from '../domain/time';

/** The instance that an administrator connected, without its secrets. At most one a site. */
export interface ServiceNowConnection {
  /** Part of its desks' ids and of keys: letters, digits and `-`, at most 32. */
  readonly connectionId: string;
  /** `https://acme.service-now.com`. */
  readonly origin: string;
  readonly auth: 'oauth' | 'basic';
  /** The instance's user that Firstline signs in as: what that user does is no event of a ticket. */
  readonly userName: string;
  readonly connectedAt: EpochMs;
  /** Account id of the administrator. */
  readonly connectedBy: string;
  /** IANA zone that its desks start with. */
  readonly timeZone: string;
  readonly mapping: IncidentMapping;
  /** Since when verdicts are written back: what was decided before is left alone. */
  readonly writesBackSince: EpochMs | null;
  /** Jira's groups whose members may see its desks; Jira administrators may in any case. */
  readonly viewerGroups: readonly { readonly groupId: string; readonly name: string }[];
  /** Raised by every change; whoever changes names the one that they saw. */
  readonly version: number;
}

/** How far the app follows what changes on the instance. */
export interface FeedState {
  /** Stamp and id of the last record read, by the instance's own clock; null: not read yet. */
  readonly watermark: { readonly updatedOn: EpochMs; readonly sysId: string } | null;
  /** Records read near the watermark and the number of their last change, so that none is read twice. */
  readonly recent: readonly { readonly sysId: string; readonly change: string }[];
  readonly polledAt: EpochMs | null;
  /** The last poll that found a change. */
  readonly changedAt: EpochMs | null;
  /** Why the last poll failed; null when it did not. */
  readonly problem: FeedProblem | null;
  /** How far the instance's clock is ahead of ours; null when it does not say. */
  readonly clockAheadMs: number | null;
  /** The nightly comparison; null before the first. */
  readonly comparison: FeedComparison | null;
  /** The last change that a Business Rule pushed. */
  readonly pushedAt: EpochMs | null;
}

export interface FeedProblem {
  readonly at: EpochMs;
  /** Kind of an AppError, and for a refusal what was refused: `source-refused:role`. */
  readonly reason: string;
  /** Table or host that it is about; null: none in particular. */
  readonly subject: string | null;
}

export interface FeedComparison {
  readonly startedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  /** Begin of the one before, which found the rest to be the same; null: all are looked at. */
  readonly since: EpochMs | null;
  /** Tickets up to this id are compared; null: none yet. */
  readonly after: string | null;
  readonly compared: number;
  /** Found different, and read again. */
  readonly repaired: number;
  readonly deleted: number;
}

/** The part of it that polls tell. */
export type PolledFeed = Omit<FeedState, 'comparison' | 'pushedAt'>;

export const EMPTY_FEED: FeedState = {
  watermark: null,
  recent: [],
  polledAt: null,
  changedAt: null,
  problem: null,
  clockAheadMs: null,
  comparison: null,
  pushedAt: null,
};

export interface ServiceNowConnections {
  /** null: none; then nothing is asked of anybody. */
  read(): Promise<ServiceNowConnection | null>;
  /** `conflict` when another version than the one before is there. */
  save(connection: ServiceNowConnection): Promise<'saved' | 'conflict'>;
  /** Connection and feed; secrets are dropped by `ServiceNowSecrets`. */
  remove(): Promise<void>;
  readFeed(): Promise<FeedState>;
  /** What polls tell; the others' parts are kept apart, so that nobody undoes what another wrote. */
  saveFeed(state: PolledFeed): Promise<void>;
  saveComparison(comparison: FeedComparison): Promise<void>;
  notePush(at: EpochMs): Promise<void>;
}

/** An account of an instance, as the registry of actors names it: no account of Jira is called so. */
export const serviceNowAccountId = (userName: string): string => `servicenow:${userName}`;

/** Desk of the whole instance, or of one of its groups. No Jira project has such an id or key. */
export const serviceNowDeskKey = (connectionId: string, groupSysId: string | null): string =>
  `sn-${connectionId}${groupSysId === null ? '' : `-${groupSysId.slice(0, 12)}`}`;

export const serviceNowDeskId = (deskKey: string): string => `servicenow:${deskKey}`;
