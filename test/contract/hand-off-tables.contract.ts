import { epochMs } from '../../src/domain/time';
import type { HandOffRow, ScoreStore } from '../../src/ports/score-store';
import { aHandOff } from '../support/a-hand-off';
import { T0 } from '../support/timeline-builder';
import { aTicket, aWrite } from './stored-examples';

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

    it('names those of ServiceNow by what people call their tickets', async () => {
      const ticketId = 'servicenow:46e5';
      const { ticket } = aTicket(ticketId);
      await store.saveTicket(aWrite(ticketId, { ticket: { ...ticket, key: 'INC0010001' } }), null);
      await store.saveTicket(aWrite('jira:1'), null);
      await store.saveHandOff(aRow(1));
      await store.saveHandOff(aRow(2, { ticketId }));
      const rows = await store.listUnfinishedHandOffs({ deskId: DESK, limit: 10 });
      expect(rows.map((row) => [row.ticketId, row.ticketKey])).toEqual([
        ['jira:1', null],
        [ticketId, 'INC0010001'],
      ]);
      const { handOffs } = await store.readTicketContext({
        ...{ deskId: DESK, ticketId, contactsFrom: T0 },
        withHandOffs: true,
      });
      expect(handOffs).toEqual([aRow(2, { ticketId, version: 1 })]);
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
