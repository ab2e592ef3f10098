import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { createChance, type Chance } from '../../../sandbox/demo/chance';
import type { Database } from '../../../sandbox/forge/sql/database';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { createTelemetryReader } from '../../../src/adapters/telemetry/telemetry-reader';
import { epochMs } from '../../../src/domain/time';
import { createTelemetryHandler } from '../../../src/entrypoints/telemetry-webtrigger';
import { memoryCredentials } from '../../support/memory-credentials';
import { mutateBody, type MutatedBody } from '../../support/mutate-body';
import { telemetryBodies } from '../../support/telemetry-bodies';
import {
  aTelemetryDesk,
  BOT,
  DESK_NOW,
  DESK_START,
  openIssue,
  type TelemetryDesk,
} from '../../support/telemetry-desk';

const SEED = 20_261_126;
/** As many as every run has time for; a hundred thousand now and then. */
const BODIES = Number(process.env['FUZZ_BODIES'] ?? 15_000);
/** Bodies about the same runs: new ones then, as on any day. */
const SLICE = 100;
/** Of these, one in so many is of a ticket that is known. */
const UNKNOWN_SLICES = 20;

const credential = {
  credentialId: 'c1',
  agentId: BOT,
  label: 'Test',
  createdAt: epochMs(DESK_START),
  createdBy: 'admin',
  rotatedAt: null,
  revokedAt: null,
  lastUsedAt: epochMs(DESK_NOW),
  traceUrlTemplate: 'https://traces.example.com/{traceId}',
  batchesPerMinute: 600,
};

/** A database that counts what is written to it. */
function counted(): { readonly database: Database; readonly writes: () => number } {
  const inner = openSqlite();
  let writes = 0;
  const database: Database = {
    engine: 'sqlite',
    execute(statement, params) {
      if (!/^\s*(SELECT|WITH)/i.test(statement.text)) writes += 1;
      return inner.execute(statement, params);
    },
    sizeBytes: () => inner.sizeBytes(),
    close: () => inner.close(),
  };
  return { database, writes: () => writes };
}

/** The platform's request for it. */
const requestOf = ({ body, contentType, contentEncoding }: MutatedBody) => ({
  method: 'POST',
  path: '/public/x/v1/traces',
  userPath: '/v1/traces',
  queryParameters: {},
  headers: {
    authorization: ['Bearer c1.secret'],
    ...(contentType === null ? {} : { 'Content-Type': [contentType] }),
    ...(contentEncoding === null ? {} : { 'content-encoding': [contentEncoding] }),
  },
  body: Buffer.from(body).toString(isUtf8(body) ? 'utf8' : 'base64'),
});

/** The bodies of a slice: runs of their own, mostly of a ticket that nobody knows. */
function bodiesOf(slice: number, issue: string): readonly string[] {
  const digits = slice.toString(16).padStart(4, '0');
  return telemetryBodies(issue).map((body) =>
    body
      .replaceAll('5b8efff798038103d269b633813fc60c', `5b8efff798038103d269b633813f${digits}`)
      .replaceAll('"run-', `"run-${digits}-`),
  );
}

/** Most are spoilt several times, so that most are refused. */
function spoil(chance: Chance, bodies: readonly string[]): MutatedBody {
  let spoilt = mutateBody(chance, bodies);
  for (let times = 1; times < 4 && isUtf8(spoilt.body) && chance.happens(0.9); times += 1) {
    spoilt = mutateBody(chance, [Buffer.from(spoilt.body).toString('utf8')]);
  }
  return spoilt;
}

describe(`${BODIES} mutated bodies, seed ${SEED}`, () => {
  const { database, writes } = counted();
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const heapMb: number[] = [];
  const rejections: unknown[] = [];
  const onRejection = (reason: unknown): void => {
    rejections.push(reason);
  };
  let desk: TelemetryDesk;

  beforeAll(async () => {
    process.on('unhandledRejection', onRejection);
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    desk = await aTelemetryDesk({ database });
    const logged: string[] = [];
    const log = (event: string, fields: object = {}): void => {
      logged.push(`${event} ${JSON.stringify(fields)}`);
    };
    const handle = createTelemetryHandler(
      {
        ...desk.deps,
        credentials: memoryCredentials(credential, { current: 'secret', previous: null }),
        log: { info: log, warn: log, error: log },
      },
      createTelemetryReader(),
    );
    const chance = createChance(SEED, 'fuzz');
    let bodies: readonly string[] = [];
    for (let number = 0; number < BODIES; number += 1) {
      if (number % SLICE === 0) {
        const slice = number / SLICE;
        // Node frees what unpacking left when its loop turns.
        await setImmediate();
        const issue = slice % UNKNOWN_SLICES === 0 ? openIssue(desk) : 'XX-1';
        await desk.hear();
        desk.jobs.length = 0;
        bodies = bodiesOf(slice, issue);
      }
      const request = spoil(chance, bodies);
      const before = writes();
      const { statusCode, body } = await handle(requestOf(request));
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
      const isPartial = statusCode !== 200 && writes() !== before;
      if (statusCode >= 500 || isPartial || logged.length > 0) {
        faults.push(`${number} ${request.mutation}: ${statusCode} ${body} ${logged.join()}`);
        logged.length = 0;
      }
      if (number % (BODIES / 10) === BODIES / 10 - 1) {
        desk.jobs.length = 0;
        await setImmediate();
        collect();
        await setImmediate();
        collect();
        heapMb.push(process.memoryUsage().heapUsed / 1e6);
      }
    }
  }, 180_000);
  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    await desk.close();
  });

  it('are taken or refused by a documented status: no 5xx, nothing written of what is refused', () => {
    expect(faults).toEqual([]);
    expect(rejections).toEqual([]);
    expect([...statuses.keys()].sort()).toEqual([200, 415, 422]);
    expect(Math.min(...statuses.values())).toBeGreaterThan(BODIES / 50);
  });

  it('leave whole runs, each told by the spans that are stored of it', async () => {
    const [runs] = await desk.db.select('SELECT COUNT(*) AS n FROM agent_run');
    const [spans] = await desk.db.select('SELECT COUNT(DISTINCT run_id) AS n FROM agent_span');
    expect(Number(runs?.['n'])).toBeGreaterThan(BODIES / 200);
    expect(spans).toEqual(runs);
  });

  it('leave the memory as it was', () => {
    const [, second = 0] = heapMb;
    expect(heapMb).toHaveLength(10);
    // What is lost is lost for good; what the engine frees late is not.
    expect(Math.min(...heapMb.slice(-3)) - second).toBeLessThan(10);
  });
});
