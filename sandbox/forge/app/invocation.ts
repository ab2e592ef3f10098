import { AsyncLocalStorage } from 'node:async_hooks';

import type { InvocationMeter } from '../meter';

/** What started a chain of invocations; all that its queue events start shares it. */
export interface Origin {
  /** Push requests so far. */
  pushes: number;
}

/** One running call of a function of the app. */
export interface Invocation {
  readonly id: string;
  readonly functionKey: string;
  readonly moduleKey: string;
  /** e.g. `core:trigger`, `jira:issuePanel`. */
  readonly moduleType: string;
  /** The person who acts; null where nobody does (events, schedules, queues). */
  readonly accountId: string | null;
  readonly origin: Origin;
  readonly meter: InvocationMeter;
  /** Real milliseconds since it started. */
  elapsedMs(): number;
  readonly timeoutMs: number;
  /** After its end the platform answers no more: on Forge the process would be frozen. */
  hasEnded: boolean;
  logLines: number;
  logBytes: number;
}

/** The invocation that the running code belongs to; none while the app loads. */
export const currentInvocation = new AsyncLocalStorage<Invocation>();
