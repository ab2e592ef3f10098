import type { SandboxClock } from '../clock';
import type { SiteAccess } from './access';
import type { SiteEvents } from './events';
import type { SiteStore } from './store';

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

export interface OnIssue {
  /** Account id of whoever acts; permissions are checked. */
  readonly by: string;
  /** Id or key. */
  readonly issue: string;
}

export interface NewIssue {
  readonly by: string;
  /** Id or key. */
  readonly project: string;
  /** Name or id; null for an issue that is no request. */
  readonly requestType: string | null;
  /** Without it, the request type's. */
  readonly issueType?: string;
  readonly summary: string;
  readonly description?: string;
  readonly priority?: string | null;
  /** Without it, whoever acts. */
  readonly reporter?: string;
}

export interface SiteParts {
  readonly store: SiteStore;
  readonly access: SiteAccess;
  readonly events: SiteEvents;
  readonly clock: SandboxClock;
  readonly appAccountId: string;
}
