import { deskDay, epochMs } from '../../src/domain/time';
import type { ScoreStore, UsageEntry } from '../../src/ports/score-store';
import { T0 } from '../support/timeline-builder';
import { anEpisode, aWrite, day, DESK } from './stored-examples';

const entry = (over: Partial<UsageEntry> = {}): UsageEntry => ({
  day,
  work: 'refresh-desk',
  hasFailed: false,
  restRequests: 2,
  restPoints: 30,
  sqlStatements: 10,
  durationMs: 1_500,
  ...over,
});

/** What a ScoreStore keeps for administration, whatever engine is behind it. */
export function describeAdministrationStore(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, for administration`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());

    const overview = (usageFrom = day) => store.readOverview({ deskIds: [DESK], usageFrom });

    it('has nothing to tell of a site where nothing was done', async () => {
      const nothing = { waiting: [], doubtful: [], usage: [] };
      expect(await overview()).toEqual(nothing);
      expect(await store.readOverview({ deskIds: [], usageFrom: day })).toEqual(nothing);
    });

    it('counts the tickets of each desk that wait for something', async () => {
      const other = aWrite('jira:9', { needsSnapshot: true });
      const ofOther = { ...other.next, ticket: { ...other.next.ticket, desk: 'jira:2' } };
      await store.saveTickets([
        aWrite('jira:1', { isSettled: false, isTagged: false }),
        aWrite('jira:2', { isTagged: false }),
        aWrite('jira:3', { needsSnapshot: true }),
        aWrite('jira:4'),
        { ...other, next: ofOther },
      ]);
      const read = await store.readOverview({ deskIds: [DESK, 'jira:2'], usageFrom: day });
      expect(read.waiting).toEqual([
        { deskId: DESK, unsettled: 1, untagged: 2, flagged: 1 },
        { deskId: 'jira:2', unsettled: 0, untagged: 0, flagged: 1 },
      ]);
    });

    it('groups episodes by their doubtful actors, largest first', async () => {
      const app = { id: '557058:a-b', kind: 'automation' } as const;
      const nobody = { id: '', kind: 'unknown' } as const;
      await store.putEpisodes([
        anEpisode('jira:1', { doubtfulActors: [app, nobody] }),
        anEpisode('jira:2', { doubtfulActors: [app], openedAt: epochMs(T0 + 5) }),
        anEpisode('jira:3', { doubtfulActors: [app] }),
        anEpisode('jira:4'),
      ]);
      expect((await overview()).doubtful).toEqual([
        { actors: [app], episodes: 2, lastOpenedAt: T0 + 5 },
        { actors: [app, nobody], episodes: 1, lastOpenedAt: T0 },
      ]);
      expect(await store.readLatestEpisodes(['jira:1'])).toMatchObject([
        { doubtfulActors: [app, nobody] },
      ]);
    });

    it('adds runs to their day and kind of work, with its own statements', async () => {
      await store.addUsage(entry(), day);
      await store.addUsage(entry({ hasFailed: true, durationMs: 500 }), day);
      await store.addUsage(entry({ work: 'backfill-desk' }), day);
      const later = deskDay('2026-03-03');
      await store.addUsage(entry({ day: later }), day);
      // The first of a day is an update in vain, an insert and a deletion; then one update each.
      const first = {
        day,
        work: 'refresh-desk',
        runs: 1,
        failures: 0,
        restRequests: 2,
        restPoints: 30,
        sqlStatements: 13,
        durationMs: 1_500,
      };
      const both = {
        ...first,
        runs: 2,
        failures: 1,
        restRequests: 4,
        restPoints: 60,
        sqlStatements: 24,
        durationMs: 2_000,
      };
      expect((await overview()).usage).toEqual([
        { ...first, day: later },
        { ...first, work: 'backfill-desk' },
        both,
      ]);
      expect((await overview(later)).usage).toEqual([{ ...first, day: later }]);
    });

    it('loses nothing of runs that end at the same moment', async () => {
      await Promise.all(Array.from({ length: 8 }, () => store.addUsage(entry(), day)));
      const [row] = (await overview()).usage;
      expect(row).toMatchObject({ runs: 8, restRequests: 16, restPoints: 240, durationMs: 12_000 });
    });

    it('forgets days that are too old, with the first run of a day', async () => {
      await store.addUsage(entry(), day);
      const later = deskDay('2026-06-01');
      await store.addUsage(entry({ day: later }), deskDay('2026-03-03'));
      expect((await overview(deskDay('2000-01-01'))).usage).toMatchObject([{ day: later }]);
    });
  });
}
