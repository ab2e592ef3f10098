import type { SandboxClock } from '../../clock';
import type { SiteAccess } from '../access';
import type { SiteActing } from '../acting';
import type { SiteCommenting } from '../commenting';
import type { SiteEvents } from '../events';
import type { JqlSearch } from '../jql/search';
import type { FieldContext } from '../jql/field';
import type { RateLimiter } from '../limits';
import type { Asker } from '../model';
import type { SiteStore } from '../store';

/** What endpoints work on. */
export interface SiteContext {
  readonly store: SiteStore;
  readonly access: SiteAccess;
  readonly acting: SiteActing;
  readonly commenting: SiteCommenting;
  readonly events: SiteEvents;
  readonly search: JqlSearch;
  readonly limiter: RateLimiter;
  readonly clock: SandboxClock;
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly cloudId: string;
  readonly appAccountId: string;
}

export interface EndpointRequest {
  readonly site: SiteContext;
  readonly asker: Asker;
  /** The account behind the asker, the app's own included. */
  readonly accountId: string;
  readonly query: URLSearchParams;
  /** Raw; null without one. */
  readonly body: string | null;
  /** A part of the path, by its name in the template. */
  readonly param: (name: string) => string;
}

export interface EndpointReply {
  readonly status: number;
  /** Undefined for a response without a body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Issues, projects and the like in the response: a point each. */
  readonly coreObjects?: number;
  /** Users, groups, permissions: two points each. */
  readonly identityObjects?: number;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Names in braces stand for one part each. */
  readonly template: string;
  handle(request: EndpointRequest): EndpointReply;
}

export const jqlContext = ({ site, asker }: EndpointRequest): FieldContext => ({
  store: site.store,
  access: site.access,
  asker,
  nowMs: site.clock.now(),
  timeZone: site.access.timeZoneOf(asker),
});
