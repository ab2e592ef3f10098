import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { durationMs, epochMs } from '../../src/domain/time';
import type { ScoreStore } from '../../src/ports/score-store';
import { forgetDesk } from '../../src/usecases/forget-desk';
import { newDesk } from '../../src/usecases/new-desk';
import { aRunRow } from '../support/runs';
import { T0 } from '../support/timeline-builder';
import { aTicket, aWrite, anEpisode, day } from './stored-examples';

const LEAVING = 'servicenow:sn-acme';
const STAYING = 'servicenow:sn-acme-0123456789ab';
const TICKETS = 260;

const ticketOf = (deskId: string, index: number): string => `${deskId}#${String(index)}`;

/** Deleting all that is kept of a desk, whatever engine is behind it. */
export function describeForgetting(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, for desks that leave`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    let isShort = false;
    const pushed: unknown[] = [];
    const forget = () =>
      forgetDesk(
        {
          store,
          digest: nodeDigest,
          clock: { now: () => T0 },
          queue: {
            push: (jobs) => {
              pushed.push(...jobs);
              return Promise.resolve();
            },
          },
        },
        LEAVING,
        { remainingMs: () => (isShort ? 0 : durationMs(600_000)) },
      );
    beforeAll(async () => {
      ({ store, close } = await open());
      await store.migrate();
      await fill(store, LEAVING, TICKETS);
      await fill(store, STAYING, 1);
    });
    afterAll(() => close());

    it('leaves a desk alone that nobody wants deleted', async () => {
      expect(await forget()).toEqual({ ok: true, value: 'nothing-to-do' });
      expect(await store.listTicketsToForget(LEAVING, 500)).toHaveLength(TICKETS);
    });

    it('goes on in another job when its time is over', async () => {
      const desk = await store.readDesk(LEAVING);
      if (desk === null) throw new Error('The desk is missing');
      await store.saveDesk({ ...desk, isLeaving: true });
      isShort = true;
      expect(await forget()).toEqual({ ok: true, value: 'more' });
      expect(pushed).toEqual([{ kind: 'forget-desk', deskId: LEAVING }]);
      expect(await store.listTicketsToForget(LEAVING, 500)).toHaveLength(TICKETS - 250);
    });

    it('deletes tickets, figures, settings and audit, and nothing of another desk', async () => {
      isShort = false;
      expect(await forget()).toEqual({ ok: true, value: 'done' });
      expect(await leftOf(store, LEAVING)).toEqual(NOTHING);
      expect(await leftOf(store, STAYING)).toEqual({
        desk: 1,
        tickets: 1,
        episodes: 1,
        ticketAudit: 1,
        deskAudit: 1,
        rollups: 1,
        marks: 1,
        settings: 1,
      });
      expect((await store.readAudit('site')).map(({ action }) => action)).toEqual([
        'desk-forgotten',
      ]);
    });

    it('keeps the runs of agents, without their tickets', async () => {
      const runs = await store.listRuns({ after: null, upTo: epochMs(T0 + 60_000), limit: 10 });
      expect(runs.map(({ runId, ticketId, deskId }) => [runId, ticketId, deskId])).toEqual(
        expect.arrayContaining([
          [runIdOf(LEAVING), null, null],
          [runIdOf(STAYING), ticketOf(STAYING, 0), STAYING],
        ]),
      );
    });

    it('finds nothing when it is done twice', async () => {
      expect(await forget()).toEqual({ ok: true, value: 'nothing-to-do' });
    });
  });
}

const NOTHING = {
  desk: 0,
  tickets: 0,
  episodes: 0,
  ticketAudit: 0,
  deskAudit: 0,
  rollups: 0,
  marks: 0,
  settings: 0,
};

const runIdOf = (deskId: string): string => nodeDigest.sha256(deskId).slice(0, 32);

const anEntry = (subject: string) => ({
  subject,
  seq: 1,
  at: T0,
  action: 'tried',
  detail: '{}',
  previousHash: '',
  hash: 'a'.repeat(64),
});

async function fill(store: ScoreStore, deskId: string, tickets: number): Promise<void> {
  await store.saveDesk(newDesk({ deskId, key: deskId.slice(11), timeZone: 'UTC' }));
  const ids = Array.from({ length: tickets }, (_, index) => ticketOf(deskId, index));
  await store.saveTickets(
    ids.map((id) => {
      const write = aWrite(id);
      const ticket = { ...aTicket(id).ticket, desk: deskId };
      return { ...write, next: { ...write.next, ticket } };
    }),
  );
  await store.putEpisodes(ids.map((id) => anEpisode(id, { deskId })));
  await store.appendAudit([...ids.map(anEntry), anEntry(`desk:${deskId}`)]);
  await store.putDayRollups(
    deskId,
    [day],
    [
      {
        deskId,
        day,
        dimension: 'all',
        segment: '',
        definitionVersion: 1,
        tally: '{}',
        summary: '{}',
        computedAt: T0,
      },
    ],
    T0,
  );
  await store.markDays(deskId, [day], 'mark');
  const desk = newDesk({ deskId, key: 'x', timeZone: 'UTC' });
  await store.putSettingsVersions([
    {
      deskId,
      version: 1,
      publishedAt: T0,
      accountId: 'admin',
      reason: 'To begin with',
      restoredFrom: null,
      settings: {
        definition: desk.definition,
        timeZone: 'UTC',
        calendar: null,
        pausedStatuses: null,
      },
    },
  ]);
  await store.putRuns([aRunRow({ runId: runIdOf(deskId), ticketId: ticketOf(deskId, 0), deskId })]);
}

async function leftOf(store: ScoreStore, deskId: string): Promise<typeof NOTHING> {
  const ticketId = ticketOf(deskId, 0);
  const all = { deskId, dimension: 'all', fromDay: null, toDay: null } as const;
  return {
    desk: (await store.readDesk(deskId)) === null ? 0 : 1,
    tickets: (await store.listTicketsToForget(deskId, 500)).length,
    episodes: (await store.readLatestEpisodes([ticketId])).length,
    ticketAudit: (await store.readAudit(ticketId)).length,
    deskAudit: (await store.readAudit(`desk:${deskId}`)).length,
    rollups: (await store.readRollups(all)).length,
    marks: (await store.listMarkedDays(deskId, 9)).length,
    settings: (await store.listSettingsVersions(deskId, 9)).length,
  };
}
