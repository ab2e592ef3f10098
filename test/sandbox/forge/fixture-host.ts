import { buildSync } from 'esbuild';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ManualClock } from '../../../sandbox/clock';
import { createChance } from '../../../sandbox/demo/chance';
import {
  createForgeHost,
  type ForgeHost,
  type HostOptions,
  type LogLine,
} from '../../../sandbox/forge/host';
import { loadManifest, type Manifest } from '../../../sandbox/forge/manifest';
import type { Product, ProductEvent, ProductRequest } from '../../../sandbox/forge/product';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';

const APP = join(__dirname, '..', '..', 'fixtures', 'forge-app');

/** Monday, 2026-03-02 09:00 UTC. */
export const START_MS = Date.UTC(2026, 2, 2, 9);

/** Builds the fixture app as an app is built for Forge; call `remove` at the end. */
export function buildFixtureApp(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'forge-app-'));
  const file = join(folder, 'index.js');
  buildSync({
    entryPoints: [join(APP, 'index.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { axios: 'axios/dist/browser/axios.cjs' },
    logLevel: 'error',
  });
  return {
    file,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The fixture app's manifest. */
export const fixtureManifest = (): Promise<Manifest> => loadManifest(APP);

/** A product that answers what it was asked, and tells the events it is given. */
export class EchoProduct implements Product {
  readonly requests: ProductRequest[] = [];
  readonly #listeners = new Set<(event: ProductEvent) => void>();

  handle(request: ProductRequest) {
    this.requests.push(request);
    const { method, path, body, caller } = request;
    return { response: Response.json({ method, path, body, caller }), points: 3 };
  }

  onEvent(listener: (event: ProductEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(eventType: string, payload: Readonly<Record<string, unknown>>, causedByApp = false): void {
    for (const listener of this.#listeners) listener({ eventType, payload, causedByApp });
  }
}

/** What an SDK call came to. */
export interface Outcome<T = unknown> {
  readonly value?: T;
  readonly error?: {
    readonly name?: string;
    readonly code?: string;
    readonly message: string;
    readonly status?: number;
    readonly context?: Readonly<Record<string, unknown>>;
  };
}

export interface FixtureHost {
  readonly host: ForgeHost;
  readonly clock: ManualClock;
  readonly product: EchoProduct;
  readonly log: LogLine[];
  /** Calls a definition of the fixture's resolver as `account-1`. */
  readonly call: <T = unknown>(key: string, payload?: object) => Promise<T>;
  /** Like `call`, for definitions that give an outcome. */
  readonly ask: <T = unknown>(key: string, payload?: object) => Promise<Outcome<T>>;
  /** The JSON of log lines that begin with a word, e.g. `issue`. */
  logged(word: string): readonly unknown[];
}

/** A host with the fixture app: nothing late, nothing twice, real time standing still. */
export async function startFixture(
  appFile: string,
  options: Partial<HostOptions> = {},
): Promise<FixtureHost> {
  const clock = new ManualClock(START_MS);
  const product = new EchoProduct();
  const log: LogLine[] = [];
  const host = await createForgeHost({
    appFile,
    manifest: await fixtureManifest(),
    product,
    clock,
    database: options.database ?? openSqlite(),
    chance: createChance(1, 'fixture'),
    delivery: { duplicateShare: 0, maxLagMs: 0, queueLagMs: 0 },
    onLog: (line) => log.push(line),
    ...options,
  });
  const call = (key: string, payload?: object): Promise<never> =>
    host.invokeResolver({
      functionKey: 'resolver',
      key,
      payload,
      accountId: 'account-1',
      moduleKey: 'panel',
      moduleType: 'jira:issuePanel',
    }) as Promise<never>;
  return {
    host,
    clock,
    product,
    log,
    call,
    ask: call,
    logged: (word) =>
      log
        .filter(({ source, text }) => source === 'app' && text.startsWith(`${word} `))
        .map(({ text }) => JSON.parse(text.slice(word.length + 1)) as unknown),
  };
}
