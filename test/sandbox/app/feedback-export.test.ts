import { nodeDigest } from '../../../src/adapters/crypto/node-digest';
import type { FeedbackLine } from '../../../src/domain/feedback/feedback-line';
import { DAY_MS, epochMs, HOUR_MS } from '../../../src/domain/time';
import type { Job } from '../../../src/ports/job-queue';
import type { RunRow } from '../../../src/ports/run-tables';
import type { EpisodeRow, ScoreStore } from '../../../src/ports/score-store';
import { exportFeedback } from '../../../src/usecases/export-feedback';
import { readFeedbackPart } from '../../../src/usecases/read-feedback-part';
import { startFeedbackExport } from '../../../src/usecases/start-feedback-export';
import { anEpisode, aWrite } from '../../contract/stored-examples';
import { CrashingDatabase } from '../../support/crashing-database';
import { openStore } from '../../support/forge-sql';
import { aRun, aRunRow } from '../../support/runs';
import { human, T0 } from '../../support/timeline-builder';

const RUNS = 450;
const SITE_ADMIN = { accountId: 'site-admin' };
const ALWAYS = { remainingMs: () => 900_000 };

const runIdOf = (i: number): string => i.toString(16).padStart(32, '0');
/** Two runs a ticket; every tenth run has no ticket. */
const rowOf = (i: number): RunRow =>
  aRunRow({
    runId: runIdOf(i),
    ticketId: i % 10 === 9 ? null : `jira:${String(Math.floor(i / 2))}`,
    run: aRun({
      startedAt: epochMs(T0 + i * 1_000),
      endedAt: epochMs(T0 + i * 1_000 + 500),
      models: [`model of ${'a very long name '.repeat(10)}${String(i)}`],
    }),
  });
const episodeOf = (ticket: number, over: Partial<EpisodeRow> = {}): EpisodeRow =>
  anEpisode(`jira:${String(ticket)}`, {
    outcome: 'ai-resolved',
    rule: 'ai-resolved',
    maturesAt: epochMs(T0 + 7 * DAY_MS),
    ...over,
  });

/** The use cases over a store on which containers can be killed, on a clock of its own. */
async function anExportDesk() {
  const database = new CrashingDatabase();
  const { store, statements } = openStore(database);
  await store.migrate();
  const all = Array.from({ length: RUNS }, (_, i) => i);
  await store.putRuns(all.map(rowOf));
  await store.putEpisodes(Array.from({ length: RUNS / 2 }, (_, ticket) => episodeOf(ticket)));
  let nowMs = T0 + 10 * DAY_MS;
  let marks = 0;
  const jobs: Job[] = [];
  const deps = {
    store,
    digest: nodeDigest,
    clock: { now: () => epochMs(nowMs) },
    newMark: () => `mark-${String((marks += 1))}`,
    queue: { push: (pushed: readonly Job[]) => Promise.resolve(void jobs.push(...pushed)) },
    access: {
      canAdministerSite: () => Promise.resolve({ ok: true as const, value: true as const }),
    },
  };
  const used = deps as unknown as Parameters<typeof startFeedbackExport>[0];
  return {
    database,
    store,
    statements,
    jobs,
    deps: used,
    passMs: (ms: number) => {
      nowMs += ms;
    },
    start: async (sinceLast: boolean) => {
      const started = await startFeedbackExport(used, { sinceLast }, SITE_ADMIN);
      if (!started.ok) throw new Error(started.error.kind);
      return started.value.exportId;
    },
    run: (exportId: string, budget = ALWAYS) => exportFeedback(used, { exportId }, budget),
  };
}
type ExportDesk = Awaited<ReturnType<typeof anExportDesk>>;

async function partsOf({ deps, store }: ExportDesk, exportId: string): Promise<readonly string[]> {
  const parts = (await store.readFeedbackWork(exportId))?.partIds.length ?? 0;
  const read = await Promise.all(
    Array.from({ length: parts }, (_, part) => readFeedbackPart(deps, { exportId, part })),
  );
  return read.map((result) => (result.ok ? (result.value.lines ?? '') : ''));
}

async function linesOf(desk: ExportDesk, exportId: string): Promise<readonly FeedbackLine[]> {
  const text = (await partsOf(desk, exportId)).join('');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as FeedbackLine);
}
const idsOf = (lines: readonly FeedbackLine[]): readonly string[] =>
  lines.map(({ runId }) => runId);

describe('an export of labelled outcomes', () => {
  let desk: ExportDesk;
  let expected: readonly string[];
  const finish = async (sinceLast: boolean): Promise<readonly FeedbackLine[]> => {
    const exportId = await desk.start(sinceLast);
    expect(await desk.run(exportId)).toEqual({ ok: true, value: 'done' });
    return linesOf(desk, exportId);
  };
  const latest = async () => {
    const row = await desk.store.readLatestFeedbackExport();
    if (row === null) throw new Error('There is no export');
    return row;
  };
  beforeAll(async () => {
    desk = await anExportDesk();
    expected = Array.from({ length: RUNS }, (_, i) => i)
      .filter((i) => i % 10 !== 9)
      .map(runIdOf);
  });
  afterAll(() => desk.database.close());

  it('has a line for each run that has a ticket, in parts of at most 200 kB', async () => {
    const before = desk.statements();
    const exportId = await desk.start(false);
    const started = desk.statements();
    // The latest, the audit's end, its entry, the export itself.
    expect(started - before).toBe(4);
    await desk.run(exportId);
    // 3 slices of 8, less what the first is not owed, one with nothing, and how it begins: with a
    // look at the latest, at itself, and at what is old.
    expect(desk.statements() - started).toBeLessThanOrEqual(3 * 8 + 3 + 4);
    const lines = await linesOf(desk, exportId);
    expect(idsOf(lines)).toEqual(expected);
    expect(lines.map(({ features }) => features.attempt).slice(0, 4)).toEqual([1, 2, 1, 2]);
    expect(lines.every(({ label }) => label.isMature)).toBe(true);
    const sizes = (await partsOf(desk, exportId)).map((text) => Buffer.byteLength(text));
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200_000);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(190_000);
    expect(await desk.store.readFeedbackWork(exportId)).toMatchObject({
      lines: 405,
      untold: [],
      rest: '',
    });
  });

  it('is the same wherever its container dies, and after each death it goes on', async () => {
    const dies = async (exportId: string, statement: number): Promise<boolean> => {
      desk.database.hasCrashed = false;
      desk.database.crashAt(statement);
      await desk.run(exportId).catch(() => undefined);
      desk.database.crashAt(Number.POSITIVE_INFINITY);
      return desk.database.hasCrashed;
    };
    let deaths = 0;
    for (;;) {
      const statement = deaths + 1;
      const exportId = await desk.start(false);
      if (!(await dies(exportId, statement))) break;
      deaths = statement;
      expect(await desk.run(exportId)).toEqual({ ok: true, value: 'done' });
      expect([statement, idsOf(await linesOf(desk, exportId))]).toEqual([statement, expected]);
      const again = await finish(true);
      expect([statement, again]).toEqual([statement, []]);
    }
    expect(deaths).toBeGreaterThan(20);
  });

  it('is the same when every job runs twice at once and its time runs out after each slice', async () => {
    const exportId = await desk.start(false);
    const oneSlice = () => {
      const times = [900_000, 0];
      return desk.run(exportId, { remainingMs: () => times.shift() ?? 0 });
    };
    for (let i = 0; (await latest()).finishedAt === null; i += 1) {
      expect(i).toBeLessThan(10);
      await Promise.all([oneSlice(), oneSlice()]);
    }
    expect(idsOf(await linesOf(desk, exportId))).toEqual(expected);
    expect(desk.jobs).toContainEqual({ kind: 'export-feedback', exportId });
  });

  it('keeps what the first of two wrote when the other comes to write later, of what it read before', async () => {
    const exportId = await desk.start(false);
    const late = aRunRow({
      runId: 'f'.repeat(32),
      ticketId: 'jira:100',
      // After the 201st, among the lines of the slice that still fit into the first part.
      run: aRun({ endedAt: epochMs(T0 + 200_600) }),
    });
    const slow = {
      ...desk.deps,
      store: {
        ...desk.store,
        putFeedbackParts: async (...asked: Parameters<ScoreStore['putFeedbackParts']>) => {
          await desk.store.putRuns([late]);
          expect(await desk.run(exportId)).toEqual({ ok: true, value: 'done' });
          await desk.store.putFeedbackParts(...asked);
        },
      },
    };
    const left = await exportFeedback(slow, { exportId }, ALWAYS);
    expect(left).toEqual({ ok: true, value: 'nothing-to-do' });
    const told = idsOf(await linesOf(desk, exportId));
    expect(told.filter((runId) => runId !== late.runId)).toEqual(expected);
    expect(told.indexOf(late.runId)).toBe(told.indexOf(runIdOf(200)) + 1);
    await desk.store.putRuns([{ ...late, ticketId: null }]);
    await finish(true);
  });

  it('tells a run once whose end moves on while it is written', async () => {
    const exportId = await desk.start(false);
    const times = [900_000, 0];
    await desk.run(exportId, { remainingMs: () => times.shift() ?? 0 });
    const first = rowOf(0);
    const later = epochMs(T0 + RUNS * 1_000);
    await desk.store.putRuns([{ ...first, run: { ...first.run, endedAt: later, spans: 6 } }]);
    await desk.run(exportId);
    expect(idsOf(await linesOf(desk, exportId))).toEqual(expected);
    // What is new of it is told by the next: it has become its ticket's second.
    expect((await finish(true)).map(({ runId, features }) => [runId, features.attempt])).toEqual([
      [runIdOf(1), 1],
      [runIdOf(0), 2],
    ]);
    await desk.store.putRuns([first]);
    await finish(true);
  });

  it('tells since the last only what is new, judged anew, corrected or mature by now', async () => {
    expect(await finish(true)).toEqual([]);
    await desk.store.putEpisodes([
      episodeOf(3, { outcome: 'reversed', rule: 'reopened', evidence: 'assumed' }),
      episodeOf(5, { maturesAt: epochMs(T0 + 10 * DAY_MS + HOUR_MS) }),
    ]);
    const changed = await finish(true);
    expect(idsOf(changed)).toEqual([runIdOf(6), runIdOf(7), runIdOf(10), runIdOf(11)]);
    expect(changed[0]?.label).toMatchObject({ outcome: 'reversed', rule: 'reopened' });
    expect(changed[2]?.label.isMature).toBe(false);
    desk.passMs(2 * HOUR_MS);
    expect((await finish(true)).map(({ runId, label }) => [runId, label.isMature])).toEqual([
      [runIdOf(10), true],
      [runIdOf(11), true],
    ]);
    // A whole one tells all of it again.
    expect(idsOf(await finish(false))).toEqual(expected);
  });

  it('tells what a person decided, and when, and nothing of what they wrote', async () => {
    const at = epochMs(T0 + 2 * DAY_MS);
    const resolved = {
      origin: 'history' as const,
      key: '1:0',
      event: {
        kind: 'status' as const,
        at: epochMs(T0 + 60_000),
        actor: human,
        status: 'Resolved',
        category: 'done' as const,
        paused: false,
        resolution: 'Done',
      },
    };
    const override = {
      origin: 'app' as const,
      key: 'request-1',
      event: {
        kind: 'overridden' as const,
        at,
        actor: human,
        outcome: 'ambiguous' as const,
        reason: 'Mrs Smith said so',
      },
    };
    await desk.store.saveTickets([aWrite('jira:7', { events: [resolved, override] })]);
    await desk.store.putEpisodes([
      episodeOf(7, { outcome: 'ambiguous', rule: 'overridden', reason: 'Mrs Smith said so' }),
    ]);
    const lines = await finish(true);
    expect(lines.map(({ runId, correction }) => [runId, correction])).toEqual([
      [runIdOf(14), { outcome: 'ambiguous', at: '2026-03-04T09:00:00.000Z' }],
      [runIdOf(15), { outcome: 'ambiguous', at: '2026-03-04T09:00:00.000Z' }],
    ]);
    expect(JSON.stringify(lines)).not.toContain('Smith');
  });

  it('runs one at a time: who starts another is told of the one that runs', async () => {
    const [first, second] = await Promise.all([desk.start(false), desk.start(true)]);
    expect(second).toBe(first);
    expect(await desk.start(false)).toBe(first);
    expect(await latest()).toMatchObject({ exportId: first, finishedAt: null });
    await desk.run(first);
    expect(await desk.start(false)).not.toBe(first);
    await desk.run((await latest()).exportId);
  });

  it('gives way to another when it does not move, and what it told counts for nothing', async () => {
    await desk.store.putEpisodes([episodeOf(0, { outcome: 'reversed', rule: 'reopened' })]);
    const stuck = await desk.start(true);
    const times = [900_000, 900_000, 0];
    await desk.run(stuck, { remainingMs: () => times.shift() ?? 0 });
    expect((await desk.store.readToldLines([runIdOf(0)])).get(runIdOf(0))?.exportId).toBe(stuck);
    desk.passMs(3 * HOUR_MS);
    const next = await desk.start(true);
    expect(next).not.toBe(stuck);
    expect(await desk.run(stuck)).toEqual({ ok: true, value: 'nothing-to-do' });
    await desk.run(next);
    expect(idsOf(await linesOf(desk, next))).toEqual([runIdOf(0), runIdOf(1)]);
    expect(await finish(true)).toEqual([]);
  });

  it('is dropped by the next one after seven days', async () => {
    const old = (await latest()).exportId;
    const [kept] = await partsOf(desk, old);
    expect(kept).toBeUndefined();
    await finish(false);
    const whole = (await latest()).exportId;
    expect((await partsOf(desk, whole)).length).toBeGreaterThan(1);
    desk.passMs(8 * DAY_MS);
    await finish(false);
    expect(await desk.store.readFeedbackWork(old)).toBeNull();
    expect(await readFeedbackPart(desk.deps, { exportId: whole, part: 0 })).toEqual({
      ok: true,
      value: { lines: null },
    });
    const left = await storedParts(desk.store, whole);
    expect(left).toBeNull();
  });
});

const storedParts = (store: ScoreStore, exportId: string): Promise<string | null> =>
  store.readFeedbackLines(exportId, 'mark-1');
