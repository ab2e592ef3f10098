import type { ActionCall, ActionOutcome } from './actions/action-types';
import { Actions } from './actions/actions';
import { createCapturedConsole } from './app/captured-console';
import { createEgressFetch } from './app/egress';
import { InvocationFailure } from './app/invocation-failure';
import { Invoker } from './app/invoker';
import { loadApp, type App } from './app/load-app';
import { SITE } from './app/site';
import { DEFAULT_DELIVERY } from './events/delivery';
import { EventsApi } from './events/events-api';
import { ProductEvents } from './events/product-events';
import { Queue } from './events/queue';
import { Schedules } from './events/schedules';
import { createForgeFetch } from './forge-fetch';
import type { ForgeHost, HostOptions, PersonCall, ResolverCall } from './host-types';
import { KvsApi } from './kvs/kvs-api';
import { KvsMeter } from './kvs/kvs-meter';
import { KvsStore } from './kvs/kvs-store';
import { LimitClock } from './limit-clock';
import { Meter } from './meter';
import { RateLimit } from './rate-limit';
import type { Database } from './sql/database';
import { SqlApi } from './sql/sql-api';
import { Timetable } from './timetable';
import { WebTriggerApi } from './web-triggers/web-trigger-api';
import { readPath, WebTriggerUrls } from './web-triggers/web-trigger-urls';
import { WebTriggers } from './web-triggers/web-triggers';
import type { WebTriggerCall, WebTriggerReply } from './web-triggers/web-trigger-types';

export type {
  ActionCall,
  ActionOutcome,
  ForgeHost,
  HostOptions,
  LogLine,
  PersonCall,
  ResolverCall,
  WebTriggerCall,
  WebTriggerReply,
} from './host-types';
export { InvocationFailure } from './app/invocation-failure';

const CALLS_PER_USER_AND_MINUTE = 1_200;
const MINUTE_MS = 60_000;

/** Loads the app and connects it to its simulated platform. */
export function createForgeHost(options: HostOptions): Promise<ForgeHost> {
  return Promise.resolve().then(() => new LocalHost(options));
}

class LocalHost implements ForgeHost {
  readonly meter = new Meter();
  readonly kvs: KvsStore;
  readonly database: Database;
  readonly #options: HostOptions;
  readonly #timetable = new Timetable();
  readonly #limitClock: LimitClock;
  readonly #invoker: Invoker;
  readonly #events: ProductEvents;
  readonly #schedules: Schedules;
  readonly #actions: Actions;
  readonly #webTriggerUrls: WebTriggerUrls;
  readonly #webTriggers: WebTriggers;
  /** What an administrator has let the app reach besides the manifest. */
  readonly #approved = new Set<string>();
  readonly #userCalls = new Map<string, RateLimit>();
  #unsubscribe: (() => void) | null = null;
  /** Deliveries run one after another, whoever asks for them. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(options: HostOptions) {
    const { manifest, clock, chance, database } = options;
    const onLog = options.onLog ?? (() => undefined);
    const elapsedMs = options.elapsedMs ?? (() => performance.now());
    const delivery = { ...DEFAULT_DELIVERY, ...options.delivery };
    const timetable = this.#timetable;
    this.#options = options;
    this.#limitClock = new LimitClock(clock, elapsedMs);
    this.kvs = new KvsStore(clock);
    this.database = database;

    // The app needs the platform to load, and the platform calls the app: the app is tied in last.
    let app: App | null = null;
    const invoker = new Invoker({
      app: {
        handler(name) {
          if (app === null) throw new Error('The app is still loading');
          return app.handler(name);
        },
      },
      manifest,
      clock,
      meter: this.meter,
      onLog,
      elapsedMs,
    });
    const parts = { invoker, timetable, clock, chance, delivery, onLog };
    const queue = new Queue(parts);
    this.#invoker = invoker;
    this.#events = new ProductEvents({ ...parts, manifest });
    this.#schedules = new Schedules({ ...parts, manifest });
    this.#actions = new Actions(manifest, invoker);
    const urls = new WebTriggerUrls(manifest);
    this.#webTriggerUrls = urls;
    this.#webTriggers = new WebTriggers(urls, invoker, this.#limitClock);
    app = loadApp(options.appFile, {
      manifest,
      clock,
      console: createCapturedConsole(clock, onLog),
      fetch: createEgressFetch(
        manifest,
        options.outbound ?? ((url, init) => fetch(url, init)),
        this.#approved,
      ),
      variables: options.variables ?? {},
      forgeFetch: createForgeFetch({
        product: options.product,
        kvs: new KvsApi(this.kvs, new KvsMeter(this.#limitClock), clock, manifest),
        sql:
          manifest.modules.sql.length > 0
            ? new SqlApi(database, this.#limitClock, elapsedMs)
            : null,
        events: new EventsApi(manifest, queue, this.#limitClock),
        webTriggers: new WebTriggerApi(urls, this.#limitClock),
      }),
    });
    // A handler that is missing is found now, not when its event comes.
    for (const { handler } of manifest.modules.function) app.handler(handler);
  }

  async install(): Promise<void> {
    if (this.#unsubscribe !== null) throw new Error('The app is installed already');
    this.#unsubscribe = this.#options.product.onEvent((event) => {
      this.#events.accept(event);
    });
    this.#schedules.start();
    await this.#inTurn(() =>
      this.#events.deliverNow({
        eventType: 'avi:forge:installed:app',
        payload: {
          id: SITE.installationId,
          app: { id: this.#options.manifest.app.id, version: SITE.appVersion },
          environment: { id: SITE.environmentId },
        },
        causedByApp: false,
      }),
    );
  }

  async invokeResolver(call: ResolverCall): Promise<unknown> {
    this.#checkUserRate(call);
    const { functionKey, key, payload, accountId, moduleKey, moduleType, extension = {} } = call;
    return this.#invoker.invoke({
      kind: 'resolver',
      functionKey,
      moduleKey,
      moduleType,
      accountId,
      request: {
        call: { functionKey: key, ...(payload === undefined ? {} : { payload }) },
        context: {
          cloudId: SITE.cloudId,
          siteUrl: SITE.siteUrl,
          moduleKey,
          environmentId: SITE.environmentId,
          environmentType: SITE.environmentType,
          localId: `${SITE.installationId}/${moduleKey}`,
          extension: { type: moduleType, ...extension },
        },
      },
      context: contextOf(accountId),
      origin: null,
    });
  }

  async invokeForPerson(call: PersonCall): Promise<unknown> {
    this.#checkUserRate(call);
    const { functionKey, payload, accountId, moduleKey, moduleType } = call;
    return this.#invoker.invoke({
      kind: 'resolver',
      functionKey,
      moduleKey,
      moduleType,
      accountId,
      request: { cloudId: SITE.cloudId, ...payload },
      context: contextOf(accountId),
      origin: null,
    });
  }

  async invokeAction(call: ActionCall): Promise<ActionOutcome> {
    const { function: functionKey } = this.#actions.find(call);
    this.#checkUserRate({ accountId: call.accountId, functionKey });
    return this.#actions.invoke(call, contextOf(call.accountId));
  }

  invokeWebTrigger(call: WebTriggerCall): Promise<WebTriggerReply> {
    return this.#webTriggers.invoke(call);
  }

  approveEgress(domain: string): void {
    if (this.#options.manifest.permissions.external?.configurable?.enabled !== true) {
      throw new Error('permissions.external.configurable of the manifest is not enabled');
    }
    this.#approved.add(domain);
  }

  webTriggerAt(pathname: string): string | null {
    const place = readPath(pathname);
    return place === null ? null : (this.#webTriggerUrls.find(place.id)?.module.key ?? null);
  }

  webTriggerUrl(moduleKey: string): string {
    const url = this.#webTriggerUrls.create(moduleKey);
    if (url === null) throw new Error(`manifest.yml has no webtrigger '${moduleKey}'`);
    return this.#webTriggerUrls.addressOf(url);
  }

  serveWebTriggersAt(baseUrl: string): void {
    this.#webTriggerUrls.serveAt(baseUrl);
  }

  async runUntil(atMs: number): Promise<void> {
    await this.drain(atMs);
    if (this.#options.clock.now() < atMs) this.#options.clock.moveTo(atMs);
  }

  runNext(): Promise<boolean> {
    return this.#inTurn(() => this.#runNext());
  }

  async drain(untilMs = this.#options.clock.now()): Promise<void> {
    await this.#inTurn(async () => {
      for (let at = this.nextDueMs(); at !== null && at <= untilMs; at = this.nextDueMs()) {
        await this.#runNext();
      }
    });
  }

  fireSchedule(moduleKey: string): Promise<void> {
    return this.#inTurn(() => this.#schedules.fire(moduleKey));
  }

  pendingCount(): number {
    return this.#timetable.size;
  }

  nextDueMs(): number | null {
    return this.#timetable.nextAtMs;
  }

  async close(): Promise<void> {
    this.#unsubscribe?.();
    await this.#work.catch(() => undefined);
    await this.database.close();
  }

  async #runNext(): Promise<boolean> {
    const work = this.#timetable.take();
    if (work === null) return false;
    const { clock } = this.#options;
    if (work.atMs > clock.now()) clock.moveTo(work.atMs);
    await work.run();
    return true;
  }

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#work.then(run, run);
    this.#work = result;
    return result;
  }

  #checkUserRate({
    accountId,
    functionKey,
  }: Pick<ResolverCall, 'accountId' | 'functionKey'>): void {
    const user = accountId ?? 'anonymous';
    const limit =
      this.#userCalls.get(user) ??
      new RateLimit(this.#limitClock, CALLS_PER_USER_AND_MINUTE, MINUTE_MS);
    this.#userCalls.set(user, limit);
    if (limit.take()) return;
    const message = `More than ${CALLS_PER_USER_AND_MINUTE} calls of one user in a minute`;
    throw new InvocationFailure('RATE_LIMIT_EXCEEDED', functionKey, message);
  }
}

/** Second argument of functions that a person makes run. */
const contextOf = (accountId: string | null): object => ({
  installContext: SITE.installContext,
  ...(accountId === null ? {} : { principal: { accountId } }),
  installation: { ari: SITE.installationId, contexts: [SITE.installContext] },
});
