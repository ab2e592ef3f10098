import { epochMs } from '../../src/domain/time';
import type { HandOffRow, ScoreStore } from '../../src/ports/score-store';
import { aHandOff } from '../support/a-hand-off';
import { T0 } from '../support/timeline-builder';

const DESK = 'jira:10000';

const aRow = (id: number, over: Partial<HandOffRow> = {}): HandOffRow =>
  aHandOff({
    handOffId: id.toString(16).padStart(32, '0'),
    ticketId: `jira:${id}`,
    deskId: DESK,
    decidedAt: epochMs(T0 + id),
    ...over,
  });

/** The part of a ScoreStore that keeps hand-offs, whatever engine is behind it. */
export function describeHandOffTables(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, as a keeper of hand-offs`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());
    const unfinished = async (
      query: Partial<Parameters<ScoreStore['listUnfinishedHandOffs']>[0]>,
    ) =>
      (await store.listUnfinishedHandOffs({ deskId: DESK, limit: 10, ...query })).map(
        ({ ticketId }) => ticketId,
      );

    it('gives back a hand-off as it was saved, and knows no other', async () => {
      expect(await store.readHandOff(aRow(1).handOffId)).toBeNull();
      expect(await store.saveHandOff(aRow(1))).toBe('saved');
      expect(await store.readHandOff(aRow(1).handOffId)).toEqual(aRow(1, { version: 1 }));
      expect(await store.readHandOff(aRow(2).handOffId)).toBeNull();
    });

    it('lets one of two that make it win, and one of two that go on with it', async () => {
      expect(await store.saveHandOff(aRow(1))).toBe('saved');
      expect(await store.saveHandOff(aRow(1, { runId: 'b'.repeat(32) }))).toBe('conflict');
      const next = aRow(1, { version: 1, step: 'commented', commentId: '7' });
      expect(await store.saveHandOff(next)).toBe('saved');
      expect(await store.saveHandOff({ ...next, commentId: '8' })).toBe('conflict');
      expect(await store.readHandOff(next.handOffId)).toEqual({ ...next, version: 2 });
      expect(await store.saveHandOff(aRow(2, { version: 1 }))).toBe('conflict');
      expect(await store.readHandOff(aRow(2).handOffId)).toBeNull();
    });

    it('lists those that are not finished, oldest decision first, of one desk or of all', async () => {
      await store.saveHandOff(aRow(3));
      await store.saveHandOff(aRow(1, { step: 'routed' }));
      await store.saveHandOff(aRow(2, { step: 'recorded' }));
      await store.saveHandOff(aRow(4, { step: 'called-off' }));
      await store.saveHandOff(aRow(5, { deskId: 'jira:10001', step: 'commented' }));
      expect(await unfinished({})).toEqual(['jira:1', 'jira:3']);
      expect(await unfinished({ limit: 1 })).toEqual(['jira:1']);
      expect(await unfinished({ deskId: null })).toEqual(['jira:1', 'jira:3', 'jira:5']);
      expect(await unfinished({ deskId: 'jira:1' })).toEqual([]);
    });

    it('tells which of them nobody has', async () => {
      await store.saveHandOff(aRow(1));
      await store.saveHandOff(aRow(2, { leasedUntil: T0 }));
      await store.saveHandOff(aRow(3, { leasedUntil: epochMs(T0 + 1) }));
      expect(await unfinished({ freeAt: T0 })).toEqual(['jira:1', 'jira:2']);
      expect(await unfinished({ freeAt: epochMs(T0 - 1) })).toEqual(['jira:1']);
    });

    it('lists the hand-offs of a ticket, oldest first', async () => {
      const again = aRow(9, { ticketId: 'jira:1', decidedAt: epochMs(T0) });
      await store.saveHandOff(aRow(1, { step: 'recorded' }));
      await store.saveHandOff(again);
      await store.saveHandOff(aRow(2));
      expect(await store.readHandOffsOfTicket('jira:1')).toEqual([
        { ...again, version: 1 },
        aRow(1, { step: 'recorded', version: 1 }),
      ]);
      expect(await store.readHandOffsOfTicket('jira:3')).toEqual([]);
    });
  });
}
