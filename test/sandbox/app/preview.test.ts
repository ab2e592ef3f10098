import { askApp } from '../../../sandbox/ask-app';
import type { MeasurementSettings, PreviewResult, PreviewState } from '../../../src/contract';
import { previewDefinition } from '../../../src/usecases/preview-definition';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  PROJECT_ADMIN,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { CrashingDatabase } from '../../support/crashing-database';
import { deskDeps } from '../../support/desk-deps';
import { publish, settingsOfDesk } from '../../support/desk-settings';
import { fillPast } from '../../support/past-tickets';
import { deskOf, storeOf } from '../../support/stored';

const TICKETS = 600;
const ATLAS = {
  actorId: BOT,
  accountId: BOT,
  kind: 'ai-agent',
  name: 'Atlas',
  vendor: 'Test',
} as const;

const draftOf = ({ definition, ...held }: MeasurementSettings): MeasurementSettings => ({
  ...held,
  definition: { ...definition, windowHours: 72, repeatContact: 'any' },
  timeZone: 'Pacific/Kiritimati',
  pausedStatuses: ['Pending'],
});

async function aFilledWorld(over: Parameters<typeof anAppWorld>[0] = {}): Promise<AppWorld> {
  const world = await anAppWorld({ delivery: { duplicateShare: 0 }, ...over });
  fillPast(world, TICKETS);
  await installed(world);
  // Past ten in UTC it is tomorrow in Kiritimati.
  await world.live.jumpMs(70 * MINUTE);
  return world;
}

async function start(world: AppWorld, periodDays: 30 | 90 = 30): Promise<string> {
  const settings = draftOf((await settingsOfDesk(world)).settings);
  const asked = { project: 'IT', settings, periodDays };
  return askApp(world.host, 'startPreview', asked, PROJECT_ADMIN);
}
const read = ({ host }: AppWorld, previewId: string): Promise<PreviewState> =>
  askApp(host, 'readPreview', { project: 'IT', previewId }, PROJECT_ADMIN);

async function resultOf(world: AppWorld, previewId: string): Promise<PreviewResult> {
  const state = await read(world, previewId);
  if (state.status !== 'done') throw new Error(`The preview is ${state.status}`);
  return state.result;
}

/** Figures that do not hang on the minute in which they were asked for. */
const settled = ({ result }: { readonly result: PreviewResult }) => {
  const { current, draft, moves } = result;
  return { current, draft, moves };
};

describe('a preview of settings', () => {
  let world: AppWorld;
  let undisturbed: PreviewResult;
  beforeAll(async () => {
    world = await aFilledWorld();
    const previewId = await start(world);
    await world.live.jumpMs(MINUTE);
    undisturbed = await resultOf(world, previewId);
  });
  afterAll(() => world.live.stop());

  const pageOf = async (periodDays: 30 | 90) => {
    const asked = { project: 'IT', periodDays };
    const page = await askApp(world.host, 'readDeskScorecard', asked, AGENT);
    return { score: page.score, period: page.period };
  };

  it('tells how far it has got, in one statement, and what a newer one has taken over', async () => {
    const [first, second] = [await start(world), await start(world, 90)];
    expect(await read(world, first)).toEqual({ status: 'superseded' });
    expect(await read(world, second)).toEqual({
      status: 'running',
      ticketsDone: 0,
      ticketsTotal: expect.any(Number) as number,
    });
    const figures = world.host.meter.lastInvocation();
    expect([figures?.functionKey, figures?.sqlSelects, figures?.sqlWrites]).toEqual([
      'resolver',
      1,
      0,
    ]);
    await world.live.jumpMs(MINUTE);
    const state = await read(world, second);
    // Of a hundred days' tickets those of ninety, and those that are open still.
    expect(state).toMatchObject({ status: 'done', result: { period: { days: 90 } } });
    expect(state.status === 'done' && state.tickets).toBeGreaterThan(0.9 * TICKETS);
    expect(state.status === 'done' && state.tickets).toBeLessThan(TICKETS);
  });

  it('counts now what the queue page counts', async () => {
    const page = await pageOf(30);
    expect(undisturbed.current).toEqual(page.score);
    expect(undisturbed.period).toEqual(page.period);
    expect(undisturbed.current.episodes).toBeGreaterThan(100);
  });

  it('says which outcomes would be others', () => {
    const { current, draft, moves } = undisturbed;
    expect(draft).not.toEqual(current);
    const found = moves.map(({ from, to }) => `${from} → ${to}`);
    expect(found).toContain('abandoned → ambiguous');
    expect(found).toContain('reversed → ai-resolved');
    const counts = moves.map(({ episodes }) => episodes);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('gives the same when every job comes twice', async () => {
    const twice = await aFilledWorld({ delivery: { duplicateShare: 1 } });
    const previewId = await start(twice);
    await twice.live.jumpMs(MINUTE);
    const result = await resultOf(twice, previewId);
    expect(settled({ result })).toEqual(settled({ result: undisturbed }));
    await twice.live.stop();
  });

  it.each([1, 4, 5, 9, 12])(
    'gives the same when the container dies at statement %i of the work',
    async (statement) => {
      const database = new CrashingDatabase();
      const dying = await aFilledWorld({ database });
      const previewId = await start(dying);
      database.crashAt(statement);
      await dying.live.jumpMs(5 * MINUTE);
      expect(database.hasCrashed).toBe(true);
      const result = await resultOf(dying, previewId);
      expect(settled({ result })).toEqual(settled({ result: undisturbed }));
      await dying.live.stop();
    },
  );

  it('gives the same when its time runs out after every chunk, and each job runs twice', async () => {
    const previewId = await start(world);
    const [store, pushed] = [storeOf(world), [] as unknown[]];
    const { deskId } = await deskOf(world);
    const nowMs = world.clock.now();
    const deps = {
      ...deskDeps({ store, site: world.site, nowMs, actors: [ATLAS] }),
      queue: { push: (jobs: readonly unknown[]) => Promise.resolve(void pushed.push(...jobs)) },
    };
    const once = () => {
      const times = [900_000, 0];
      const remainingMs = (): number => times.shift() ?? 0;
      return previewDefinition(deps, { deskId, previewId }, { remainingMs });
    };
    const done: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      const results = await Promise.all([once(), once()]);
      const state = await read(world, previewId);
      if (state.status === 'running') done.push(state.ticketsDone);
      if (results.some((result) => result.ok && result.value === 'done')) break;
    }
    expect(done).toEqual([...new Set(done)]);
    expect(done).toContain(250);
    expect(pushed).toContainEqual({ kind: 'preview-definition', deskId, previewId });
    const result = await resultOf(world, previewId);
    expect(settled({ result })).toEqual(settled({ result: undisturbed }));
  });

  it('counts again from the start when the registry changes meanwhile', async () => {
    const previewId = await start(world);
    const store = storeOf(world);
    const { deskId } = await deskOf(world);
    const nowMs = world.clock.now();
    const run = (actors: Parameters<typeof deskDeps>[0]['actors'], times: number[]) =>
      previewDefinition(
        deskDeps({ store, site: world.site, nowMs, actors }),
        { deskId, previewId },
        { remainingMs: () => times.shift() ?? 0 },
      );
    await run([], [900_000, 0]);
    expect(await read(world, previewId)).toMatchObject({ status: 'running', ticketsDone: 250 });
    await run(
      [ATLAS],
      Array.from({ length: 20 }, () => 900_000),
    );
    const result = await resultOf(world, previewId);
    expect(settled({ result })).toEqual(settled({ result: undisturbed }));
  });

  it('writes nothing but itself', async () => {
    const store = storeOf(world);
    const rows = async () => {
      const desk = await deskOf(world);
      const ids = await store.listTicketIds(desk.deskId, '', 10_000);
      return [desk, await store.readTickets(ids), await store.readLatestEpisodes(ids)];
    };
    const before = await rows();
    const previewId = await start(world);
    await world.live.jumpMs(10_000);
    expect(await read(world, previewId)).toMatchObject({ status: 'done' });
    expect(await rows()).toEqual(before);
  });

  it('comes true when the draft is published', async () => {
    const asked = await settingsOfDesk(world);
    await publish(world, draftOf(asked.settings));
    await world.live.jumpMs(2 * MINUTE);
    expect((await settingsOfDesk(world)).isRescoring).toBe(false);
    expect((await pageOf(30)).score).toEqual(undisturbed.draft);
    expect(world.complaints).toEqual([]);
  });
});

describe('a preview that is not yours', () => {
  it('is told like one that is not there', async () => {
    const world = await installed(await anAppWorld());
    const previewId = await start(world);
    const asks = [AGENT, CUSTOMER].map((accountId) =>
      askApp(world.host, 'readPreview', { project: 'IT', previewId }, accountId),
    );
    asks.push(askApp(world.host, 'readPreview', { project: 'HR', previewId }, SITE_ADMIN));
    for (const ask of asks) {
      await expect(ask).rejects.toMatchObject({ error: { kind: 'not-found-or-not-permitted' } });
    }
    await world.live.jumpMs(HOUR);
    expect(await read(world, previewId)).toMatchObject({ status: 'done', tickets: 0 });
    await world.live.stop();
  });
});
