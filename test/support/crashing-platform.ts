import { currentInvocation, type Invocation } from '../../sandbox/forge/app/invocation';
import { EventsApi } from '../../sandbox/forge/events/events-api';
import { KvsApi } from '../../sandbox/forge/kvs/kvs-api';
import type { Database } from '../../sandbox/forge/sql/database';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import type { JiraSite } from '../../sandbox/jira/site';

/**
 * Kills a container right after one of its writes took effect, whichever service it was to: SQL, Jira,
 * the key-value store or the queue. A dead container reaches nothing any more.
 */
export class CrashingPlatform {
  readonly #dead = new WeakSet<Invocation>();
  #left = Number.POSITIVE_INFINITY;
  #restore: (() => void)[] = [];
  #pushed = 0;
  #push: ((body: string) => Response | null) | null = null;
  /** Writes of jobs since the last `watch`, in order. */
  writes: string[] = [];
  hasCrashed = false;

  /** @param write - 1: the next one; infinite: none */
  watch(write = Number.POSITIVE_INFINITY): void {
    this.#left = write;
    this.writes = [];
    this.hasCrashed = false;
  }

  openDatabase(): Database {
    const inner = openSqlite();
    return {
      engine: 'sqlite',
      execute: (statement, params) => {
        const [, verb, table] =
          /^\s*(INSERT INTO|REPLACE INTO|UPDATE|DELETE FROM)\s+(\w+)/i.exec(statement.text) ?? [];
        const name = verb === undefined ? null : `SQL ${verb.split(' ')[0]} ${table}`;
        return this.#through(name, () => inner.execute(statement, params));
      },
      sizeBytes: () => inner.sizeBytes(),
      close: () => inner.close(),
    };
  }

  /** Before the app is loaded: from now on until `stop`. */
  start(): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the patched methods have their own
    const crash = this;
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { handle: kvs } = KvsApi.prototype;
    KvsApi.prototype.handle = function handle(path, body) {
      const name = /\/set$|\/delete$|transaction/.test(path) ? 'KVS' : null;
      return crash.#throughNow(name, () => kvs.call(this, path, body));
    };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { handle: events } = EventsApi.prototype;
    EventsApi.prototype.handle = function handle(path, body) {
      const isPush = path.startsWith('/webhook/queue/publish/');
      if (isPush) crash.#push = (other) => events.call(this, path, other);
      return crash.#throughNow(isPush ? 'queue' : null, () => events.call(this, path, body));
    };
    this.#restore.push(() => {
      KvsApi.prototype.handle = kvs;
      EventsApi.prototype.handle = events;
    });
  }

  watchSite(site: JiraSite): void {
    const handle = site.handle.bind(site);
    site.handle = (request) => {
      const { method, path } = request;
      const isWrite = method !== 'GET' && !/bulkfetch|search|count/.test(path);
      const place = path.replace(/^.*\/issue\/\d+|\?.*$/g, '').replace(/^\/rest\/api\/3/, '');
      return this.#throughNow(isWrite ? `Jira ${method} ${place || 'issue'}` : null, () =>
        handle(request),
      );
    };
  }

  /** Pushes a job as the app would. Possible once the app has pushed one itself. */
  pushJob(job: object): void {
    const pushed = this.#push?.(
      JSON.stringify({
        queueName: 'jobs',
        jobId: `test-${String((this.#pushed += 1))}`,
        payload: [{ body: job, delayInSeconds: 0 }],
      }),
    );
    if (pushed?.status !== 201) throw new Error('The job was not taken');
  }

  stop(): void {
    for (const restore of this.#restore) restore();
    this.#restore = [];
  }

  async #through<T>(name: string | null, act: () => Promise<T>): Promise<T> {
    this.#checkAlive();
    const result = await act();
    this.#passed(name);
    return result;
  }

  #throughNow<T>(name: string | null, act: () => T): T {
    this.#checkAlive();
    const result = act();
    this.#passed(name);
    return result;
  }

  #checkAlive(): void {
    const invocation = currentInvocation.getStore();
    if (invocation !== undefined && this.#dead.has(invocation)) throw died();
  }

  #passed(name: string | null): void {
    const invocation = currentInvocation.getStore();
    if (name === null || invocation?.functionKey !== 'jobs') return;
    this.writes.push(name);
    this.#left -= 1;
    if (this.#left !== 0) return;
    this.#dead.add(invocation);
    this.hasCrashed = true;
    throw died();
  }
}

const died = (): Error => new Error('The container died');
