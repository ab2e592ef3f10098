import { createServiceNow } from '../../src/adapters/servicenow/create-service-now';
import { createRequestAllowance } from '../../src/adapters/servicenow/client/request-allowance';
import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { usageMeter } from '../../src/adapters/forge/usage-counter';
import { ok, type Result } from '../../src/domain/app-error';
import { epochMs } from '../../src/domain/time';
import type { IncidentMapping } from '../../src/domain/timeline/incident-mapping';
import type { Cache } from '../../src/ports/cache';
import type { Job } from '../../src/ports/job-queue';
import type { ScoreStore } from '../../src/ports/score-store';
import {
  EMPTY_FEED,
  type FeedState,
  type ServiceNowConnection,
  type ServiceNowConnections,
} from '../../src/ports/service-now-connections';
import type { RegisteredActor } from '../../src/ports/settings-store';
import { backfillDesk } from '../../src/usecases/backfill-desk';
import { compareWithSource } from '../../src/usecases/compare-with-source';
import type { Deps } from '../../src/usecases/deps';
import { matchRuns } from '../../src/usecases/match-runs';
import { newDesk } from '../../src/usecases/new-desk';
import { pollInstance } from '../../src/usecases/poll-instance';
import { readPushed } from '../../src/usecases/read-pushed';
import { refreshDesk, refreshRollups } from '../../src/usecases/refresh-desk';
import { rescoreTickets } from '../../src/usecases/rescore-tickets';
import { ManualClock } from '../../sandbox/clock';
import {
  createServiceNowInstance,
  type ServiceNowInstance,
} from '../../sandbox/servicenow/instance';
import { memoryServiceNowSecrets } from './memory-service-now-secrets';

export const HOST = 'acme.service-now.com';
export const OWN_USER = 'svc.firstline';
const PASSWORD = 'a password of the instance';

export const OUT_OF_BOX: IncidentMapping = {
  states: [
    { value: '1', label: 'New', category: 'new', paused: false },
    { value: '2', label: 'In Progress', category: 'indeterminate', paused: false },
    { value: '3', label: 'On Hold', category: 'indeterminate', paused: false },
    { value: '6', label: 'Resolved', category: 'done', paused: false },
    { value: '7', label: 'Closed', category: 'done', paused: false },
    { value: '8', label: 'Canceled', category: 'done', paused: false },
  ],
  pausingHoldReasons: ['1'],
  groups: [],
  verdictField: null,
  writesWorkNotes: false,
};

/** The state of an app that a crash cannot take away: what stands in its stores. */
export interface Kept {
  connection: ServiceNowConnection | null;
  feed: FeedState;
  readonly cache: Map<string, unknown>;
  readonly once: Map<string, number>;
  readonly jobs: { readonly job: Job; readonly dueAtMs: number }[];
}

export interface InstanceWorld {
  readonly clock: ManualClock;
  readonly instance: ServiceNowInstance;
  readonly kept: Kept;
  readonly deps: Deps;
  readonly said: readonly string[];
}

export interface InstanceWorldOptions {
  readonly store: ScoreStore;
  readonly startAtMs: number;
  readonly mapping?: Partial<IncidentMapping>;
  readonly clockSkewMs?: number;
  readonly auditsInserts?: boolean;
  readonly actors?: readonly RegisteredActor[];
  /** Told before each request and each write but the store's; throwing is dying there. */
  readonly onStep?: () => void;
}

const connectionOf = (
  startAtMs: number,
  mapping: Partial<IncidentMapping>,
): ServiceNowConnection => ({
  connectionId: 'acme',
  origin: `https://${HOST}`,
  auth: 'basic',
  userName: OWN_USER,
  connectedAt: epochMs(startAtMs),
  connectedBy: 'admin',
  timeZone: 'UTC',
  mapping: { ...OUT_OF_BOX, ...mapping },
  writesBackSince: mapping.verdictField == null ? null : epochMs(startAtMs),
  viewerGroups: [],
  version: 1,
});

/**
 * The connector and its use cases over a simulated instance and a real store: everything but the
 * platform around them. The client is the real one, and ends at the instance.
 */
export function openInstanceWorld(options: InstanceWorldOptions): InstanceWorld {
  const { store, startAtMs, mapping = {}, onStep = () => undefined } = options;
  const clock = new ManualClock(startAtMs);
  const instance = createServiceNowInstance({
    clock,
    host: HOST,
    ...(options.clockSkewMs === undefined ? {} : { clockSkewMs: options.clockSkewMs }),
    ...(options.auditsInserts === undefined ? {} : { auditsInserts: options.auditsInserts }),
  });
  instance.addUser({
    userName: OWN_USER,
    name: 'Firstline',
    password: PASSWORD,
    roles: ['itil'],
    isIntegration: true,
  });
  globalThis.fetch = (input, init) => {
    onStep();
    return instance.fetch(input instanceof Request ? input.url : String(input), init);
  };

  const kept: Kept = {
    connection: connectionOf(startAtMs, mapping),
    feed: EMPTY_FEED,
    cache: new Map(),
    once: new Map(),
    jobs: [],
  };
  const said: string[] = [];
  const say = (event: string, fields?: unknown): void => {
    said.push(`${event} ${JSON.stringify(fields ?? {})}`);
  };
  const log = { info: say, warn: say, error: say };
  const appClock = { now: () => epochMs(clock.now()) };
  const cache = mapCache(kept.cache, onStep);
  const connections = keptConnections(kept, onStep);
  const leases = keptLeases(kept, clock);
  const readHashKey = (): Promise<string> => Promise.resolve('key');
  const secrets = memoryServiceNowSecrets({
    acme: { kind: 'basic', userName: OWN_USER, password: PASSWORD },
  });
  let marks = 0;
  const serviceNow = createServiceNow({
    connections,
    secrets,
    leases,
    cache,
    readHashKey,
    clock: appClock,
    pause: () => Promise.resolve(),
    random: () => 0.5,
    allowance: createRequestAllowance({ clock: appClock, perMinute: 1_000_000 }),
    log,
  });
  const used: Partial<Deps> = {
    store,
    connections,
    source: serviceNow.source,
    feed: serviceNow.feed,
    tagger: serviceNow.tagger,
    handOffDesk: serviceNow.handOffDesk,
    accounts: serviceNow.accounts,
    secrets,
    settings: {
      readRegistry: () => Promise.resolve(options.actors ?? []),
      saveRegistry: () => Promise.reject(new Error('not part of this world')),
      readHashKey,
    },
    queue: {
      push(jobs, { delayMs = 0 } = {}) {
        onStep();
        for (const job of jobs) kept.jobs.push({ job, dueAtMs: clock.now() + delayMs });
        return Promise.resolve();
      },
    },
    cache,
    clock: appClock,
    digest: nodeDigest,
    meter: usageMeter,
    log,
    newMark: () => `mark-${String((marks += 1))}`,
  };
  const deps = new Proxy(used, {
    get: (target, name): unknown => {
      if (name in target) return Reflect.get(target, name);
      throw new Error(`${String(name)} is not part of this world`);
    },
  }) as Deps;

  return {
    clock,
    instance,
    kept,
    deps,
    said,
  };
}

const BUDGET = { remainingMs: () => 600_000 };
export const DESK_ID = 'servicenow:sn-acme';

/** A desk of the whole instance, with its past to be read. */
export async function beginDesk({ deps, clock, kept }: InstanceWorld): Promise<void> {
  await deps.store.migrate();
  await deps.store.saveDesk(
    newDesk({ deskId: DESK_ID, key: 'sn-acme', name: 'acme', timeZone: 'UTC' }),
  );
  kept.jobs.push({ job: { kind: 'backfill-desk', deskId: DESK_ID }, dueAtMs: clock.now() });
}

/**
 * Runs the jobs that are due up to a moment, each at its time, and leaves the clock there. One that dies is
 * delivered again a minute later, as one that was told to wait.
 */
export async function runUntil(world: InstanceWorld, untilMs: number): Promise<void> {
  const { clock, kept } = world;
  for (;;) {
    const [next] = kept.jobs
      .filter(({ dueAtMs }) => dueAtMs <= untilMs)
      .sort((a, b) => a.dueAtMs - b.dueAtMs);
    if (next === undefined) break;
    clock.moveTo(Math.max(clock.now(), next.dueAtMs));
    const isDone = await runJob(world, next.job);
    kept.jobs.splice(kept.jobs.indexOf(next), 1);
    if (!isDone) kept.jobs.push({ job: next.job, dueAtMs: clock.now() + 60_000 });
  }
  clock.moveTo(Math.max(clock.now(), untilMs));
}

/** The five minutes' poll; whether it came to its end. */
export async function poll({ deps }: InstanceWorld): Promise<boolean> {
  try {
    return (await pollInstance(deps, BUDGET)).ok;
  } catch (error) {
    return isDeath(error);
  }
}

async function runJob({ deps }: InstanceWorld, job: Job): Promise<boolean> {
  try {
    return (await resultOf(deps, job)).ok;
  } catch (error) {
    return isDeath(error);
  }
}

export class Death extends Error {}

function isDeath(error: unknown): false {
  // The store hands on what its database threw, in a wrapping of the platform's.
  if (error instanceof Death || String(error).includes('The container died')) return false;
  throw error;
}

function resultOf(deps: Deps, job: Job): Promise<Result<unknown>> {
  switch (job.kind) {
    case 'backfill-desk':
      return backfillDesk(deps, job.deskId, BUDGET);
    case 'refresh-desk':
      return refreshDesk(deps, job.deskId, BUDGET);
    case 'refresh-rollups':
      return refreshRollups(deps, job.deskId, BUDGET);
    case 'read-pushed':
      return readPushed(deps, job.ticketIds);
    case 'compare-with-source':
      return compareWithSource(deps, BUDGET);
    case 'match-runs':
      return matchRuns(deps, job, BUDGET).then(ok);
    case 'rescore-tickets':
      return rescore(deps, job);
    default:
      throw new Error(`${job.kind} is not part of this world`);
  }
}

async function rescore(
  deps: Deps,
  { deskId, ticketIds }: Extract<Job, { readonly kind: 'rescore-tickets' }>,
): Promise<Result<unknown>> {
  const desk = await deps.store.readDesk(deskId);
  if (desk !== null) await rescoreTickets(deps, desk, ticketIds, { isForced: false });
  return ok(desk);
}

function mapCache(values: Map<string, unknown>, onStep: () => void): Cache {
  return {
    get: (key) => Promise.resolve(values.get(key)),
    getMany: (keys) =>
      Promise.resolve(
        new Map(keys.filter((key) => values.has(key)).map((key) => [key, values.get(key)])),
      ),
    set(key, value) {
      onStep();
      values.set(key, value);
      return Promise.resolve();
    },
    setMany(entries) {
      onStep();
      for (const [key, value] of entries) values.set(key, value);
      return Promise.resolve();
    },
  };
}

function keptConnections(kept: Kept, onStep: () => void): ServiceNowConnections {
  return {
    read: () => Promise.resolve(kept.connection),
    save(connection) {
      kept.connection = connection;
      return Promise.resolve('saved');
    },
    remove() {
      kept.connection = null;
      kept.feed = EMPTY_FEED;
      return Promise.resolve();
    },
    readFeed: () => Promise.resolve(kept.feed),
    saveFeed(state) {
      onStep();
      const { comparison, pushedAt } = kept.feed;
      kept.feed = { ...state, comparison, pushedAt };
      return Promise.resolve();
    },
    saveComparison(comparison) {
      onStep();
      kept.feed = { ...kept.feed, comparison };
      return Promise.resolve();
    },
    notePush: () => Promise.resolve(),
  };
}

function keptLeases({ once }: Kept, clock: ManualClock) {
  return {
    rememberOnce(key: string, forMs: number) {
      if ((once.get(key) ?? 0) > clock.now()) return Promise.resolve(false);
      once.set(key, clock.now() + forMs);
      return Promise.resolve(true);
    },
    forgetOnce(key: string) {
      once.delete(key);
      return Promise.resolve();
    },
  };
}
