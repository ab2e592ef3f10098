import type { ManualClock } from '../clock';
import type { Chance } from '../demo/chance';

import type { ActionCall, ActionOutcome } from './actions/action-types';
import type { OutboundFetch } from './app/egress';
import type { LogLine } from './app/log-line';
import type { DeliveryOptions } from './events/delivery';
import type { KvsStore } from './kvs/kvs-store';
import type { Manifest } from './manifest-schema';
import type { Meter } from './meter';
import type { Product } from './product';
import type { Database } from './sql/database';
import type { WebTriggerCall, WebTriggerReply } from './web-triggers/web-trigger-types';

export type { ActionCall, ActionOutcome } from './actions/action-types';
export type { LogLine } from './app/log-line';
export type { WebTriggerCall, WebTriggerReply } from './web-triggers/web-trigger-types';

export interface HostOptions {
  /** The built bundle: one CommonJS file with its dependencies inside. */
  readonly appFile: string;
  /** From `loadManifest`. */
  readonly manifest: Manifest;
  readonly product: Product;
  /** The only time: the app's `Date` is bound to it. */
  readonly clock: ManualClock;
  /** From `openSqlite` or `openMySql`; the host closes it. */
  readonly database: Database;
  /** Decides lags, duplicates and offsets. */
  readonly chance: Chance;
  readonly delivery?: Partial<DeliveryOptions>;
  readonly onLog?: (line: LogLine) => void;
  /** Values of `forge variables`: the app's `process.env`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Where requests go that the manifest's egress rules allow; Node's `fetch` by default. */
  readonly outbound?: OutboundFetch;
  /** Real milliseconds since any fixed moment; `performance.now` by default. */
  readonly elapsedMs?: () => number;
}

/** A call that a panel makes with `invoke`. */
export interface ResolverCall {
  /** Key in the manifest's `function` list. */
  readonly functionKey: string;
  /** Name of the definition in the resolver. */
  readonly key: string;
  readonly payload?: unknown;
  /** Null for an anonymous customer. */
  readonly accountId: string | null;
  readonly moduleKey: string;
  /** e.g. `jira:issuePanel`. */
  readonly moduleType: string;
  /** `context.extension` as the panel's page sets it. */
  readonly extension?: Readonly<Record<string, unknown>>;
}

/** A call that Jira makes for a person, e.g. for a module's `dynamicProperties`. */
export interface PersonCall {
  /** Key in the manifest's `function` list. */
  readonly functionKey: string;
  /** First argument of the handler. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly accountId: string;
  readonly moduleKey: string;
  readonly moduleType: string;
}

/** A local Forge platform with one installation of one app. */
export interface ForgeHost {
  readonly meter: Meter;
  readonly kvs: KvsStore;
  readonly database: Database;
  /** Tells the app that it is installed, subscribes it to product events and starts schedules. */
  install(): Promise<void>;
  /** @throws InvocationFailure */
  invokeResolver(call: ResolverCall): Promise<unknown>;
  /**
   * Calls a function that is no resolver, as a person.
   *
   * @throws InvocationFailure
   */
  invokeForPerson(call: PersonCall): Promise<unknown>;
  /**
   * Runs an action as a person; what the app or the platform says against it is an outcome, too.
   *
   * @throws InvocationFailure for a person who calls too often
   */
  invokeAction(call: ActionCall): Promise<ActionOutcome>;
  /** Calls a web trigger from outside; a function that fails is an answer, too. */
  invokeWebTrigger(call: WebTriggerCall): Promise<WebTriggerReply>;
  /**
   * An administrator lets the app's functions reach a domain that the manifest does not name.
   *
   * @throws Error unless the manifest has egress that customers manage
   */
  approveEgress(domain: string): void;
  /** Key of the web trigger whose address has this path; null when none has. */
  webTriggerAt(pathname: string): string | null;
  /** Where a web trigger is called, as the app's own `webTrigger.getUrl` has it. */
  webTriggerUrl(moduleKey: string): string;
  /** Says where web triggers are served; without it, their addresses are the platform's. */
  serveWebTriggersAt(baseUrl: string): void;
  /** Moves the clock to each due delivery, runs it, and ends at `atMs`. */
  runUntil(atMs: number): Promise<void>;
  /** Moves to the next delivery and runs it; false when there is none. */
  runNext(): Promise<boolean>;
  /** Runs everything that is due up to `untilMs`, or up to now; the clock stops at the last run. */
  drain(untilMs?: number): Promise<void>;
  /** Runs a scheduled trigger now, besides its schedule. */
  fireSchedule(moduleKey: string): Promise<void>;
  /** Deliveries planned, schedules included. */
  pendingCount(): number;
  /** When the next delivery is due; null when none is planned. */
  nextDueMs(): number | null;
  close(): Promise<void>;
}
