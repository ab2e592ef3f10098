import type { AccountIds } from '../ports/account-ids';
import type { Cache } from '../ports/cache';
import type { ChangeFeed } from '../ports/change-feed';
import type { Clock } from '../ports/clock';
import type { CredentialStore } from '../ports/credential-store';
import type { DeskAccess } from '../ports/desk-access';
import type { Digest } from '../ports/digest';
import type { HandOffDesk } from '../ports/hand-off-desk';
import type { InstanceProbe } from '../ports/instance-probe';
import type { JobQueue } from '../ports/job-queue';
import type { Logger } from '../ports/logger';
import type { PushSecrets } from '../ports/push-secrets';
import type { ScoreStore } from '../ports/score-store';
import type { ServiceNowConnections } from '../ports/service-now-connections';
import type { ServiceNowSecrets } from '../ports/service-now-secrets';
import type { SettingsStore } from '../ports/settings-store';
import type { TelemetryEndpoint } from '../ports/telemetry-endpoint';
import type { TicketChangeReader } from '../ports/ticket-change';
import type { TicketSource } from '../ports/ticket-source';
import type { TicketTagger } from '../ports/ticket-tagger';
import type { UsageMeter } from '../ports/usage-meter';

/** Everything the use cases need of the world. Each use case names the part it takes. */
export interface Deps {
  readonly store: ScoreStore;
  readonly settings: SettingsStore;
  readonly credentials: CredentialStore;
  readonly connections: ServiceNowConnections;
  readonly secrets: ServiceNowSecrets;
  readonly pushSecrets: PushSecrets;
  readonly probe: InstanceProbe;
  readonly endpoint: TelemetryEndpoint;
  /** Where an instance of ServiceNow pushes its changes. */
  readonly pushEndpoint: TelemetryEndpoint;
  readonly source: TicketSource;
  readonly feed: ChangeFeed;
  readonly changes: TicketChangeReader;
  readonly tagger: TicketTagger;
  readonly handOffDesk: HandOffDesk;
  readonly access: DeskAccess;
  readonly accounts: AccountIds;
  readonly queue: JobQueue;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly meter: UsageMeter;
  readonly log: Logger;
  /** A text that was never given before. */
  readonly newMark: () => string;
  /** A text that nobody can guess: at least 256 random bits, of letters, digits, `-` and `_`. */
  readonly newSecret: () => string;
}

/** How long a piece of work may still take. */
export interface Budget {
  readonly remainingMs: () => number;
}

/** Below this, work is cut and goes on in another job. */
export const CUT_WORK_AT_MS = 60_000;

export const hasTime = ({ remainingMs }: Budget): boolean => remainingMs() > CUT_WORK_AT_MS;
