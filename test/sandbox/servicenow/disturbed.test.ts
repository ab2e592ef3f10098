import { createChance, type Chance } from '../../../sandbox/demo/chance';
import { rateLimited } from '../../../sandbox/servicenow/injected-failures';
import type { Database } from '../../../sandbox/forge/sql/database';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { SqlDatabase } from '../../../src/adapters/forge/sql/forge-database';
import { OUTCOME_LABELS } from '../../../src/domain/outcome/outcome-label';
import type { StoredTicket } from '../../../src/ports/score-store';
import { openStore } from '../../support/forge-sql';
import {
  beginDesk,
  Death,
  DESK_ID,
  openInstanceWorld,
  OWN_USER,
  poll,
  runUntil,
  type InstanceWorld,
} from '../../support/instance-world';

const START = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;
const POLLS = 72;
const DEATHS = 50;
const SEED = 20_260_302;

/** What people and an agent do between two polls, the same each time for a seed. */
function act({ instance }: InstanceWorld, chance: Chance, open: string[]): void {
  for (let i = chance.index(4); i > 0; i -= 1) {
    const caller = `caller.${String(1 + chance.index(6))}`;
    const category = chance.one(['hardware', 'software', 'network']);
    const words = chance.one(['printer jams', 'vpn drops', 'licence missing']);
    const values = { caller_id: caller, category, short_description: words };
    open.push(instance.acting.create(caller, values).sysId);
  }
  for (const sysId of [...open]) {
    const by = chance.one(['va.bot', 'va.bot', 'human']);
    const incident = instance.reading.incident(sysId);
    if (incident === null || !chance.happens(0.3)) continue;
    if (incident['state'] === '7') continue;
    if (incident['state'] === '6') {
      if (chance.happens(0.3)) instance.acting.update('human', sysId, { state: '2' });
      else if (chance.happens(0.3)) instance.acting.update('human', sysId, { state: '7' });
      continue;
    }
    const answer = { comments: 'An answer.' };
    if (chance.happens(0.5)) instance.acting.update(by, sysId, answer);
    else if (chance.happens(0.7)) instance.acting.update(by, sysId, { ...answer, state: '6' });
    else if (chance.happens(0.2)) instance.acting.delete('human', sysId);
  }
}

interface Ended {
  readonly tables: unknown;
  /** What was written on each incident, in its order. */
  readonly written: readonly { readonly labels: readonly string[]; readonly notes: number }[];
  readonly deaths: number;
}

/** Kills at steps of its own choosing: statements, requests and other writes all count. */
class Killer {
  #left = Number.POSITIVE_INFINITY;
  deaths = 0;

  constructor(private readonly chance: Chance | null) {
    this.next();
  }
  readonly step = (): void => {
    this.#left -= 1;
    if (this.#left > 0) return;
    this.deaths += 1;
    this.next();
    throw new Death('The container died');
  };
  next(): void {
    this.#left =
      this.chance === null || this.deaths >= DEATHS
        ? Number.POSITIVE_INFINITY
        : 1 + this.chance.index(40);
  }
  rest(): void {
    this.#left = Number.POSITIVE_INFINITY;
  }
}

function fallible(inner: Database, step: () => void): Database {
  return {
    engine: inner.engine,
    execute: async (statement, params) => {
      step();
      return inner.execute(statement, params);
    },
    sizeBytes: () => inner.sizeBytes(),
    close: () => inner.close(),
  };
}

const KINDS = ['rate', 'broken', 'asleep', 'silent', 'lost', 'cut', 'wrong'] as const;

/** One trouble of an instance, now and then after the request took effect. */
function trouble({ instance, clock }: InstanceWorld, chance: Chance): void {
  const kind = chance.one(KINDS);
  const answers = {
    rate: rateLimited(1 + chance.index(90), clock.now() + 30_000),
    broken: { kind: 'status', status: chance.one([500, 502, 503]) },
    asleep: { kind: 'html' },
    silent: { kind: 'timed-out' },
    lost: { kind: 'lost' },
    cut: { kind: 'cut' },
    wrong: { kind: 'wrong-types' },
  } as const;
  instance.failRequests({
    answer: answers[kind],
    when: chance.happens(0.5) ? 'after' : 'before',
    times: 1 + chance.index(5),
  });
}

async function run(isDisturbed: boolean): Promise<Ended> {
  const acts = createChance(SEED, 'acts');
  const troubles = createChance(SEED, 'troubles');
  const killer = new Killer(isDisturbed ? createChance(SEED, 'deaths') : null);
  const database = openSqlite();
  const { store, db } = openStore(fallible(database, killer.step));
  killer.rest();
  const world = openInstanceWorld({
    store,
    startAtMs: START,
    clockSkewMs: -100_000,
    onStep: killer.step,
    mapping: { verdictField: 'u_ai_outcome', writesWorkNotes: true },
    actors: [
      {
        actorId: 'servicenow:va.bot',
        accountId: 'servicenow:va.bot',
        kind: 'ai-agent',
        name: 'Bot',
        vendor: null,
      },
    ],
  });
  const { instance, clock, kept } = world;
  instance.addField('u_ai_outcome');
  instance.addUser({ userName: 'human', name: 'A human', roles: ['itil'] });
  instance.addUser({ userName: 'va.bot', name: 'Bot', roles: ['itil'], isIntegration: true });
  for (let i = 1; i <= 6; i += 1) {
    instance.addUser({ userName: `caller.${String(i)}`, name: `Caller ${String(i)}` });
  }
  // Pages are short for good: an access rule keeps some of each to itself.
  instance.rules.showRows('incident', (row) => !/^[0-3]/.test(row['sys_id'] ?? ''));
  const open: string[] = [];
  for (let i = 0; i < 20; i += 1) act(world, acts, open);
  await beginDesk(world);
  if (isDisturbed) killer.next();
  for (let i = 1; i <= POLLS; i += 1) {
    await runUntil(world, START + i * 5 * MINUTE);
    act(world, acts, open);
    if (isDisturbed && troubles.happens(0.4)) trouble(world, troubles);
    await poll(world);
    if (i % 12 === 0)
      kept.jobs.push({ job: { kind: 'refresh-desk', deskId: DESK_ID }, dueAtMs: clock.now() });
  }
  killer.rest();
  instance.endFailures();
  // The night after, in peace.
  const end = START + 2_000 * MINUTE;
  for (let at = end; at < end + 60 * MINUTE; at += 5 * MINUTE) {
    await runUntil(world, at);
    expect(await poll(world)).toBe(true);
    kept.jobs.push({ job: { kind: 'refresh-desk', deskId: DESK_ID }, dueAtMs: at });
  }
  await runUntil(world, end + 60 * MINUTE);
  const ended = {
    tables: await tablesOf(db),
    written: writtenIn(world),
    deaths: killer.deaths,
  };
  await database.close();
  return ended;
}

/**
 * All that figures and screens are made of, but for when and how often it was written. What was deleted
 * before anybody read it leaves no tombstone.
 */
async function tablesOf(db: SqlDatabase): Promise<unknown> {
  const select = (sql: string) => db.select(sql);
  const documents = await select(
    'SELECT ticket_id, is_unsettled, is_untagged, is_open, reopen_moves, contact_key, document FROM ticket WHERE deleted_at IS NULL ORDER BY ticket_id',
  );
  return {
    tickets: documents.map(({ document, ...columns }) => {
      const { ticket, events, settledVerdicts } = JSON.parse(String(document)) as StoredTicket;
      // Their keys are the instance's own, and depend on when we wrote to it.
      return { ...columns, ticket, settledVerdicts, events: events.map(({ event }) => event) };
    }),
    episodes: await select('SELECT * FROM episode ORDER BY ticket_id, ordinal'),
    rollups: await select(
      'SELECT dimension, day, segment, tally FROM daily_rollup ORDER BY dimension, day, segment',
    ),
  };
}

const writtenIn = ({ instance }: InstanceWorld): Ended['written'] =>
  instance.reading.incidents().map((row) => {
    const sysId = row['sys_id'] ?? '';
    return {
      labels: instance.reading
        .audits(sysId)
        .filter((audit) => audit['fieldname'] === 'u_ai_outcome')
        .map((audit) => audit['newvalue'] ?? ''),
      notes: instance.reading.journal(sysId).filter((entry) => entry['sys_created_by'] === OWN_USER)
        .length,
    };
  });

describe('an app that is killed and an instance that fails', () => {
  it(`come to the same tables as if nothing had happened (seed ${String(SEED)})`, async () => {
    const calm = await run(false);
    const disturbed = await run(true);
    expect(disturbed.deaths).toBe(DEATHS);
    expect(disturbed.tables).toEqual(calm.tables);
    // What it says in the end is the same, and each change was told by one note.
    // What is open says so only where a verdict was written before, which a poll may not have seen.
    const last = ({ labels }: Ended['written'][number]) =>
      (labels.at(-1) ?? '').replace(OUTCOME_LABELS.open, '');
    expect(disturbed.written.map(last)).toEqual(calm.written.map(last));
    for (const { labels, notes } of disturbed.written) {
      expect(notes).toBe(labels.length);
      labels.forEach((label, i) => expect(label).not.toBe(labels[i - 1]));
    }
    expect(disturbed.written.filter(({ notes }) => notes > 0).length).toBeGreaterThan(20);
  }, 120_000);
});
