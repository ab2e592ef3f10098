import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { TALLY_FORMAT, type Tally } from '../../src/domain/kpi/tally';
import { durationMs, epochMs } from '../../src/domain/time';
import type { ScoreStore } from '../../src/ports/score-store';
import { computeRollups } from '../../src/usecases/compute-rollups';
import { newDesk } from '../../src/usecases/new-desk';
import { deskDeps } from '../support/desk-deps';
import { openStore } from '../support/forge-sql';
import { T0 } from '../support/timeline-builder';
import { anEpisode, day, DESK } from './stored-examples';

const query = { deskId: DESK, dimension: 'all' as const, fromDay: null, toDay: null };

describe('roll-ups of an older version', () => {
  const database = openSqlite();
  let store: ScoreStore;
  afterAll(() => database.close());

  const refresh = async (nowMs: number): Promise<void> => {
    const desk = await store.readDesk(DESK);
    if (desk === null) throw new Error('There is a desk');
    const deps = deskDeps({ store, site: {} as never, nowMs, actors: [] });
    await computeRollups(deps, desk, { remainingMs: () => Number.POSITIVE_INFINITY });
  };

  it('are rebuilt once, and then known for what they are', async () => {
    ({ store } = openStore(database));
    await store.migrate();
    const standing = { asOf: T0, openTickets: 0, openMedianOpenedAt: null, nextMaturesAt: null };
    await store.saveDesk({
      ...newDesk({ deskId: DESK, key: 'IT', timeZone: 'UTC' }),
      standing,
    });
    const old = {
      outcomes: { 'without-ai': 1 },
      mature: {},
      provisional: { 'without-ai': 1 },
      counts: { episodes: 1 },
      durations: { episode: { n: 1, sumMs: 3_000, minMs: 3_000, maxMs: 3_000, bins: { 804: 1 } } },
    };
    const text = JSON.stringify(old);
    const row = { deskId: DESK, day, dimension: 'all' as const, segment: '', definitionVersion: 1 };
    await store.putDayRollups(
      DESK,
      [day],
      [{ ...row, tally: text, summary: text, computedAt: T0 }],
      T0,
    );
    await store.putEpisodes([
      anEpisode('jira:1', {
        outcome: 'without-ai',
        rule: 'without-ai',
        maturesAt: epochMs(T0 + 100 * 86_400_000),
        episodeMs: durationMs(3_000),
      }),
    ]);

    await refresh(T0 + 60_000);
    const [rebuilt] = await store.readRollups(query);
    const tally = JSON.parse(rebuilt?.summary ?? '') as Tally;
    expect(tally.durations.episode).toMatchObject({ n: 1, sumSquaresMs2: 9_000_000 });
    expect((await store.readDesk(DESK))?.standing).toMatchObject({
      asOf: T0 + 60_000,
      tallyFormat: TALLY_FORMAT,
    });

    await refresh(T0 + 120_000);
    expect((await store.readRollups(query)).map(({ computedAt }) => computedAt)).toEqual([
      T0 + 60_000,
    ]);
    expect(await store.listMarkedDays(DESK, 9)).toEqual([]);
  });
});
