import { DEFAULT_DEFINITION } from '../../src/domain/outcome/definition';
import { deskDay, epochMs } from '../../src/domain/time';
import type { ScoreStore } from '../../src/ports/score-store';
import { newDesk } from '../../src/usecases/new-desk';
import { T0 } from '../support/timeline-builder';
import { anEpisode, aTicket, aWrite, day, DESK, facts } from './stored-examples';

/** Every ScoreStore passes this suite, whatever engine is behind it. */
export function describeScoreStore(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, as a ScoreStore`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());

    const read = (ticketId: string) =>
      store.readTicketContext({ deskId: DESK, ticketId, contactsFrom: epochMs(0) });

    it('migrates twice to the same schema', async () => {
      await store.saveTicket(aWrite('jira:1'), null);
      await store.migrate();
      expect((await read('jira:1')).stored?.ticket.id).toBe('jira:1');
    });

    it('gives back a ticket as it was saved, and knows nothing of others', async () => {
      const next = aTicket('jira:1', {
        events: [
          {
            origin: 'push',
            key: 'k',
            cameFrom: 'Open',
            event: {
              kind: 'status',
              at: T0,
              actor: { id: 'ü😀', kind: 'unknown' },
              status: 'It\'s \\ "done"',
              category: 'done',
              paused: false,
              resolution: null,
            },
          },
        ],
        isSettled: false,
        isTagged: false,
        needsSnapshot: true,
        historyUpTo: epochMs(T0 + 1),
        settledVerdicts: [{ fingerprint: 'f', day, outcome: 'open', rule: 'open' }],
      });
      expect(await store.saveTicket({ next, facts }, null)).toBe('saved');
      expect((await read('jira:1')).stored).toEqual(next);
      expect(await store.readTicketPlace('jira:1')).toEqual({
        deskId: DESK,
        openedAt: next.ticket.openedAt,
      });
      expect(await store.readTicketPlace('jira:2')).toBeNull();
      expect(await read('jira:2')).toEqual({
        desk: null,
        stored: null,
        contacts: [],
        unmatchedRuns: 0,
        handOffs: [],
      });
    });

    it('lets one of two writers win, and loses nothing', async () => {
      expect(await store.saveTicket(aWrite('jira:1'), null)).toBe('saved');
      expect(await store.saveTicket(aWrite('jira:1'), null)).toBe('conflict');
      expect(await store.saveTicket(aWrite('jira:1', { version: 2 }), 1)).toBe('saved');
      expect(await store.saveTicket(aWrite('jira:1', { version: 2 }), 1)).toBe('conflict');
      await store.settleTicket(aWrite('jira:1', { version: 1, needsSnapshot: true }));
      expect((await read('jira:1')).stored).toMatchObject({ version: 2, needsSnapshot: false });
    });

    it('refuses in bulk exactly the tickets that others were first with', async () => {
      await store.saveTicket(aWrite('jira:2'), null);
      await store.saveTicket(aWrite('jira:3', { version: 7 }), null);
      const many = Array.from({ length: 120 }, (_, i) => aWrite(`jira:${i + 10}`));
      const refused = await store.saveTickets([
        aWrite('jira:1'),
        aWrite('jira:2'),
        aWrite('jira:3', { version: 5 }),
        ...many,
      ]);
      expect([...refused].sort()).toEqual(['jira:2', 'jira:3']);
      expect(await store.readTickets(['jira:1', 'jira:129', 'jira:999'])).toHaveLength(2);
    });

    it('finds the tickets of a contact, opened or resolved since', async () => {
      const resolvedLate = { lastResolvedAt: epochMs(T0 + 500) };
      await store.saveTickets([
        aWrite('jira:1'),
        aWrite('jira:2', {}, resolvedLate),
        aWrite('jira:3', {}, { contactKey: 'other' }),
        aWrite('jira:4', {}, { contactKey: null }),
      ]);
      const { contacts } = await store.readTicketContext({
        deskId: DESK,
        ticketId: 'jira:1',
        contactsFrom: epochMs(T0 + 100),
      });
      expect(contacts).toEqual([
        { ticketId: 'jira:2', subject: ['aa', 'bb'], openedAt: T0, lastResolvedAt: T0 + 500 },
      ]);
      const byKey = await store.readContacts(['contact', 'unheard-of'], { from: T0, to: T0 });
      expect([...byKey.keys()]).toEqual(['contact']);
      expect(
        byKey
          .get('contact')
          ?.map(({ ticketId }) => ticketId)
          .sort(),
      ).toEqual(['jira:1', 'jira:2']);
    });

    it('lists what is left to do, and no deleted ticket', async () => {
      await store.saveTickets([
        aWrite('jira:1', { isSettled: false }),
        aWrite('jira:2', { isTagged: false }),
        aWrite('jira:3', { needsSnapshot: true }),
        aWrite('jira:4', { deletedAt: T0, isTagged: false }),
      ]);
      expect(await store.listUnsettledTickets(DESK, 10)).toEqual(['jira:1']);
      expect(await store.listUntaggedTickets(DESK, 10)).toEqual([
        { ticketId: 'jira:2', version: 1 },
      ]);
      expect(await store.listTicketsNeedingSnapshot(DESK, '', 10)).toEqual(['jira:3']);
      expect(await store.listTicketIds(DESK, 'jira:1', 10)).toEqual(['jira:2', 'jira:3']);
      await store.markTagged([{ ticketId: 'jira:2', version: 2 }]);
      expect(await store.listUntaggedTickets(DESK, 10)).toHaveLength(1);
      await store.markTagged([{ ticketId: 'jira:2', version: 1 }]);
      expect(await store.listUntaggedTickets(DESK, 10)).toEqual([]);
      await store.unsettleTickets(['jira:2', 'jira:3']);
      expect([...(await store.listUnsettledTickets(DESK, 10))].sort()).toEqual([
        'jira:1',
        'jira:2',
        'jira:3',
      ]);
    });

    it('replaces episodes, drops those that are no more, and finds the latest', async () => {
      const second = anEpisode('jira:1', {
        ordinal: 1,
        outcome: 'open',
        rule: 'open',
        maturesAt: null,
      });
      await store.putEpisodes([anEpisode('jira:1'), second, anEpisode('jira:2')]);
      await store.putEpisodes([
        anEpisode('jira:1', { outcome: 'reversed', rule: 'reopened', hasRepeatContact: true }),
      ]);
      const rows = await store.readDayEpisodes(DESK, [day]);
      expect(rows).toEqual([
        anEpisode('jira:1', { outcome: 'reversed', rule: 'reopened', hasRepeatContact: true }),
        second,
        anEpisode('jira:2'),
      ]);
      expect(await store.readLatestEpisodes(['jira:1'])).toEqual([second]);
      await store.dropEpisodes([{ ticketId: 'jira:1', fromOrdinal: 1 }]);
      expect(await store.readLatestEpisodes(['jira:1'])).toMatchObject([{ ordinal: 0 }]);
      await store.deleteEpisodes('jira:1');
      expect(await store.readDayEpisodes(DESK, [day])).toHaveLength(1);
    });

    it('reads a day of more episodes than a page holds', async () => {
      const many = Array.from({ length: 4_100 }, (_, i) => anEpisode(`jira:${i}`));
      await store.putEpisodes(many);
      expect(new Set((await store.readDayEpisodes(DESK, [day])).map((e) => e.ticketId)).size).toBe(
        4_100,
      );
    });

    it('knows which pending episodes and which days became mature, at the edge of the window', async () => {
      await store.putEpisodes([anEpisode('jira:1')]);
      const maturesAt = T0 + 100_000;
      expect(await store.listMaturedPending(DESK, epochMs(maturesAt - 1), 9)).toEqual([]);
      expect(await store.listMaturedPending(DESK, epochMs(maturesAt), 9)).toEqual(['jira:1']);
      expect(await store.listMaturedDays(DESK, epochMs(maturesAt), epochMs(maturesAt + 9))).toEqual(
        [],
      );
      expect(await store.listMaturedDays(DESK, T0, epochMs(maturesAt))).toEqual([day]);
    });

    it('keeps a mark that was set anew while the day was rebuilt', async () => {
      await store.markDays(DESK, [day, day], 'first');
      await store.markDays(DESK, [day], 'second');
      await store.clearMarkedDays(DESK, [{ day, mark: 'first' }]);
      expect(await store.listMarkedDays(DESK, 9)).toEqual([{ day, mark: 'second' }]);
      await store.clearMarkedDays(DESK, [{ day, mark: 'second' }]);
      expect(await store.listMarkedDays(DESK, 9)).toEqual([]);
    });

    it('replaces roll-ups of a day whole: segments that vanished are gone, alike names are not one', async () => {
      const row = (segment: string, tally: string) => ({
        deskId: DESK,
        day,
        dimension: 'request-type' as const,
        segment,
        definitionVersion: 1,
        tally,
        summary: `s${tally}`,
        computedAt: T0,
      });
      await store.putDayRollups(DESK, [day], [row('VPN', '1'), row('vpn ', '2'), row('', '3')], T0);
      await store.putDayRollups(DESK, [day], [row('VPN', '4'), row('vpn ', '5')], epochMs(T0 + 1));
      const query = {
        deskId: DESK,
        dimension: 'request-type' as const,
        fromDay: null,
        toDay: null,
      };
      const read = await store.readRollups(query);
      expect(read.map(({ segment, tally }) => [segment, tally]).sort()).toEqual([
        ['VPN', '4'],
        ['vpn ', '5'],
      ]);
      expect(await store.readRollups({ ...query, fromDay: deskDay('2026-03-03') })).toEqual([]);
      expect(await store.readRollups({ ...query, toDay: deskDay('2026-03-01') })).toEqual([]);
      // Emptied at the very moment at which it was computed before.
      await store.putDayRollups(DESK, [day], [], epochMs(T0 + 1));
      expect(await store.readRollups(query)).toEqual([]);
    });

    it('splits what is larger than a request may be', async () => {
      const big = 'x'.repeat(400_000);
      const row = (segment: string) => ({
        deskId: DESK,
        day,
        dimension: 'priority' as const,
        segment,
        definitionVersion: 1,
        tally: big,
        summary: '',
        computedAt: T0,
      });
      await store.putDayRollups(DESK, [day], ['a', 'b', 'c', 'd'].map(row), T0);
      const query = { deskId: DESK, dimension: 'priority' as const, fromDay: null, toDay: null };
      expect(await store.readRollups(query)).toHaveLength(4);
    });

    it('lists tickets by the day they were opened', async () => {
      await store.saveTickets([
        aWrite('jira:1', {}, { reopenMoves: 2, isOpen: false }),
        aWrite('jira:2', {}, { openedDay: deskDay('2026-03-03') }),
        aWrite('jira:3', { deletedAt: T0 }),
      ]);
      expect(await store.readDayTickets(DESK, [day])).toEqual([
        {
          ticketId: 'jira:1',
          openedDay: day,
          requestType: 'VPN',
          priority: 'Medium',
          openedAt: T0,
          nativeResolvedAt: null,
          reopenMoves: 2,
          isOpen: false,
        },
      ]);
    });

    it('tells where the desk stands: open tickets, their median opening, the next to mature', async () => {
      expect(await store.computeStanding(DESK, T0)).toEqual({
        asOf: T0,
        openTickets: 0,
        openMedianOpenedAt: null,
        nextMaturesAt: null,
      });
      const opened = (id: string, minute: number) => {
        const write = aWrite(id);
        const openedAt = epochMs(T0 + minute * 60_000);
        return { ...write, next: { ...write.next, ticket: { ...write.next.ticket, openedAt } } };
      };
      await store.saveTickets([opened('jira:1', 0), opened('jira:2', 5), opened('jira:3', 60)]);
      await store.putEpisodes([anEpisode('jira:1')]);
      expect(await store.computeStanding(DESK, epochMs(T0 + 3_600_000))).toMatchObject({
        openTickets: 3,
        openMedianOpenedAt: T0 + 300_000,
        nextMaturesAt: null,
      });
      expect(await store.computeStanding(DESK, T0)).toMatchObject({ nextMaturesAt: T0 + 100_000 });
    });

    it('appends to an audit and never over it', async () => {
      const entry = (seq: number, detail = '{}') => ({
        subject: 'jira:1',
        seq,
        at: T0,
        action: 'outcome-decided',
        detail,
        previousHash: '',
        hash: 'h',
      });
      expect(await store.appendAudit([entry(1), entry(2)])).toBe('appended');
      expect(await store.appendAudit([entry(2, '{"x":1}')])).toBe('duplicate');
      expect(await store.readAudit('jira:1')).toEqual([entry(1), entry(2)]);
    });

    it('keeps desks, one writer at a time', async () => {
      const desk = newDesk({ deskId: DESK, key: 'IT', timeZone: 'Europe/Berlin' });
      expect(await store.saveDesk(desk)).toBe('saved');
      expect(await store.saveDesk(desk)).toBe('conflict');
      const stored = await store.readDesk(DESK);
      expect(stored).toEqual({ ...desk, version: 1 });
      const definition = { ...DEFAULT_DEFINITION, windowHours: 72 };
      expect(await store.saveDesk({ ...desk, version: 1, definition })).toBe('saved');
      expect(await store.saveDesk({ ...desk, version: 1 })).toBe('conflict');
      expect(await store.listDesks()).toMatchObject([
        { version: 2, definition: { windowHours: 72 } },
      ]);
      expect((await read('jira:1')).desk?.definition.windowHours).toBe(72);
    });
  });
}
