import { NO_TARGET } from '../../src/domain/escalation/policy';
import { epochMs } from '../../src/domain/time';
import type { FeedbackWork, HandOffRow, ScoreStore } from '../../src/ports/score-store';
import { aRunRow } from '../support/runs';
import { T0 } from '../support/timeline-builder';
import { anEpisode } from './stored-examples';

const aWork = (exportNo: number, over: Partial<FeedbackWork> = {}): FeedbackWork => ({
  exportId: `export-${String(exportNo)}`,
  exportNo,
  version: 0,
  startedAt: epochMs(T0 + exportNo),
  progressedAt: epochMs(T0 + exportNo),
  finishedAt: null,
  sinceLast: false,
  ignored: ['export-0'],
  after: { endedAt: T0, runId: 'a'.repeat(32) },
  lines: 3,
  partIds: ['part-1'],
  untold: [{ runId: 'b'.repeat(32), fingerprint: '0123456789abcdef' }],
  rest: '{"requestType":"Übergabe \\"😀\\""}\n',
  ...over,
});

const aHandOff = (ticketId: string, over: Partial<HandOffRow> = {}): HandOffRow => ({
  handOffId: ticketId.replace('jira:', '').padStart(32, '0'),
  ticketId,
  deskId: 'jira:10000',
  runId: 'a'.repeat(32),
  agentId: 'bot',
  reason: 'low-confidence',
  detail: null,
  confidence: 0.5,
  threshold: 0.8,
  policyVersion: 1,
  target: NO_TARGET,
  decidedAt: T0,
  step: 'recorded',
  commentId: null,
  problem: null,
  attempts: 0,
  leasedUntil: null,
  version: 0,
  ...over,
});

/** The part of a ScoreStore that exports of labelled outcomes need, whatever engine is behind it. */
export function describeFeedbackTables(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, for feedback`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());

    it('gives back an export as it was saved, and the latest of them', async () => {
      expect(await store.readLatestFeedbackExport()).toBeNull();
      expect(await store.readFeedbackWork('export-1')).toBeNull();
      await store.saveFeedbackWork(aWork(1));
      await store.saveFeedbackWork(aWork(2, { after: null, finishedAt: T0, rest: '' }));
      expect(await store.readFeedbackWork('export-1')).toEqual(aWork(1, { version: 1 }));
      const latest = await store.readLatestFeedbackExport();
      expect({ ...latest, rest: '' }).toEqual(
        aWork(2, { after: null, finishedAt: T0, rest: '', version: 1 }),
      );
    });

    it('lets one of two that start an export win, and one of two that go on with it', async () => {
      expect(await store.saveFeedbackWork(aWork(1))).toBe('saved');
      expect(await store.saveFeedbackWork(aWork(1, { exportId: 'other' }))).toBe('conflict');
      const next = aWork(1, { version: 1, lines: 9, rest: 'x\n' });
      expect(await store.saveFeedbackWork(next)).toBe('saved');
      expect(await store.saveFeedbackWork({ ...next, lines: 8 })).toBe('conflict');
      expect(await store.readFeedbackWork('export-1')).toEqual({ ...next, version: 2 });
      expect(await store.saveFeedbackWork(aWork(2, { version: 1 }))).toBe('conflict');
      expect(await store.readFeedbackWork('export-2')).toBeNull();
    });

    it('keeps parts by export and id, and drops those of old exports with them', async () => {
      const large = `${'ä'.repeat(120_000)}\n`;
      await store.saveFeedbackWork(aWork(1));
      await store.saveFeedbackWork(aWork(2));
      await store.putFeedbackParts('export-1', [
        { partId: 'a', lines: large },
        { partId: 'b', lines: 'b\n' },
        { partId: 'c', lines: large },
        { partId: 'd', lines: large },
      ]);
      await store.putFeedbackParts('export-2', [{ partId: 'a', lines: 'other\n' }]);
      await store.putFeedbackParts('export-1', [{ partId: 'b', lines: 'again\n' }]);
      expect(await store.readFeedbackLines('export-1', 'd')).toBe(large);
      expect(await store.readFeedbackLines('export-1', 'b')).toBe('again\n');
      expect(await store.readFeedbackLines('export-1', 'e')).toBeNull();

      await store.dropFeedbackExports(epochMs(T0 + 2));
      expect(await store.readFeedbackWork('export-1')).toBeNull();
      expect(await store.readFeedbackLines('export-1', 'b')).toBeNull();
      expect(await store.readFeedbackWork('export-2')).not.toBeNull();
      expect(await store.readFeedbackLines('export-2', 'a')).toBe('other\n');
    });

    it('remembers of each run what was told last, and by which export', async () => {
      expect(await store.readToldLines([])).toEqual(new Map());
      const line = (runId: string, fingerprint: string) => ({ runId, fingerprint });
      await store.putToldLines('export-1', [line('r1', 'f1'), line('r2', 'f2')]);
      await store.putToldLines('export-2', [line('r2', 'f3')]);
      const told = await store.readToldLines(['r1', 'r2', 'r3']);
      expect([...told.values()].sort((a, b) => (a.runId < b.runId ? -1 : 1))).toEqual([
        { runId: 'r1', exportId: 'export-1', fingerprint: 'f1' },
        { runId: 'r2', exportId: 'export-2', fingerprint: 'f3' },
      ]);
    });

    it('tells all episodes of tickets, oldest first', async () => {
      const rows = [anEpisode('jira:1', { ordinal: 1 }), anEpisode('jira:1'), anEpisode('jira:3')];
      await store.putEpisodes([...rows, anEpisode('jira:2')]);
      const read = await store.readEpisodesOfTickets(['jira:1', 'jira:3', 'jira:4']);
      expect([...read.keys()].sort()).toEqual(['jira:1', 'jira:3']);
      expect(read.get('jira:1')).toEqual([
        anEpisode('jira:1'),
        anEpisode('jira:1', { ordinal: 1 }),
      ]);
      expect(await store.readEpisodesOfTickets([])).toEqual(new Map());
    });

    it('tells when the runs of tickets ended', async () => {
      const row = (id: string, ticketId: string | null) =>
        aRunRow({ runId: id.repeat(32), ticketId });
      await store.putRuns([row('a', 'jira:1'), row('b', 'jira:2'), row('c', null)]);
      expect(await store.readAttempts(['jira:1', 'jira:9'])).toEqual(
        new Map([['jira:1', [{ runId: 'a'.repeat(32), endedAt: T0 + 40_000 }]]]),
      );
    });

    it('counts the runs without a ticket, by agent, with the time of the last', async () => {
      const row = (id: string, over: Partial<ReturnType<typeof aRunRow>>) =>
        aRunRow({ runId: id.repeat(32), ticketId: null, ...over });
      await store.putRuns([
        row('a', { receivedAt: epochMs(T0 + 5) }),
        row('b', { receivedAt: epochMs(T0 + 9) }),
        row('c', { agentId: 'other', receivedAt: epochMs(T0 + 7) }),
        row('d', { agentId: 'other', ticketId: 'jira:1', receivedAt: epochMs(T0 + 99) }),
      ]);
      const counts = [...(await store.countUnmatchedRuns())];
      expect(counts.sort((a, b) => b.runs - a.runs)).toEqual([
        { agentId: 'bot-account', runs: 2, lastReceivedAt: T0 + 9 },
        { agentId: 'other', runs: 1, lastReceivedAt: T0 + 7 },
      ]);
    });

    it('tells which runs were handed off, but for those that were called off', async () => {
      await store.saveHandOff(aHandOff('jira:1'));
      await store.saveHandOff(aHandOff('jira:2', { runId: 'b'.repeat(32), step: 'called-off' }));
      await store.saveHandOff(aHandOff('jira:3', { runId: 'c'.repeat(32), step: 'due' }));
      await store.saveHandOff(aHandOff('jira:4'));
      expect(await store.readHandOffReasons(['jira:1', 'jira:2', 'jira:3'])).toEqual([
        { runId: 'a'.repeat(32), reason: 'low-confidence' },
        { runId: 'c'.repeat(32), reason: 'low-confidence' },
      ]);
    });
  });
}
