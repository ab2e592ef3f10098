import type { SpanFacts } from '../../src/domain/run/span-facts';
import { epochMs } from '../../src/domain/time';
import type { HandOffRow, RunRow, ScoreStore } from '../../src/ports/score-store';
import { NO_TARGET } from '../../src/domain/escalation/policy';
import { aSpan } from '../support/a-span';
import { aRun, aRunRow } from '../support/runs';
import { T0 } from '../support/timeline-builder';
import { aTicket, aWrite, DESK } from './stored-examples';

const idOf = (n: number): string => n.toString(16).padStart(32, '0');
const byId = (spans: readonly SpanFacts[] = []): readonly SpanFacts[] =>
  [...spans].sort((a, b) => (a.spanId < b.spanId ? -1 : 1));

/** The part of a ScoreStore that keeps runs and their spans, whatever engine is behind it. */
export function describeRunTables(
  name: string,
  open: () => Promise<{
    readonly store: ScoreStore;
    readonly statements: () => number;
    readonly close: () => Promise<void>;
  }>,
): void {
  describe(`${name}, as a keeper of runs`, () => {
    let store: ScoreStore;
    let statements: () => number;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, statements, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());
    const ticketNamed = (id: string, key: string | null, over: object = {}) => {
      const next = aTicket(id);
      return { ...aWrite(id), next: { ...next, ...over, ticket: { ...next.ticket, key } } };
    };
    const contextOf = (runIds: readonly string[], addresses: readonly string[] = []) =>
      store.readRunContext({ runIds, addresses });
    const runsOf = async (ticketId: string): Promise<readonly RunRow[]> =>
      (await store.readAttemptsOfTickets([ticketId])).runs.get(ticketId) ?? [];

    it('gives back spans as they were put, whatever they tell', async () => {
      const spans = [
        aSpan({
          spanId: '00f067aa0ba902b7',
          parentSpanId: null,
          kind: 'agent',
          name: 'It\'s "Ä" \\ 😀',
          hasFailed: true,
          errorType: 'timeout',
          statement: { ticketRef: 'IT-1', confidence: 0, verifiedActions: 0, result: 'resolved' },
          evaluations: [{ name: 'correct', score: 0.5, label: null }],
        }),
        aSpan({ spanId: 'step:A', kind: 'model', inputTokens: 0, outputTokens: 7, costUsd: 0.1 }),
        aSpan({ spanId: 'step:a' }),
      ];
      await store.putSpans(spans.map((span) => ({ runId: idOf(1), span })));
      const context = await contextOf([idOf(1), idOf(2)]);
      expect([...context.spans.keys()]).toEqual([idOf(1)]);
      expect(byId(context.spans.get(idOf(1)))).toEqual(byId(spans));
    });

    it('keeps a span that was put twice once, and each different telling of it', async () => {
      const told = aSpan({ spanId: '00f067aa0ba902b7' });
      const other = { ...told, name: 'later' };
      const put = (span: SpanFacts, run = 1) => store.putSpans([{ runId: idOf(run), span }]);
      for (const span of [told, other, told]) await put(span);
      await put(told, 2);
      const { spans } = await contextOf([idOf(1), idOf(2)]);
      expect(spans.get(idOf(1))).toHaveLength(2);
      expect(spans.get(idOf(2))).toEqual([told]);
    });

    it('puts 500 spans in one statement, and reads more than a response holds in pages', async () => {
      const many = (run: number, count: number) =>
        Array.from({ length: count }, (_, i) => ({
          runId: idOf(run),
          span: aSpan({ spanId: i.toString(16).padStart(16, '0'), name: 'n'.repeat(run) }),
        }));
      const before = statements();
      await store.putSpans(many(1, 500));
      expect(statements() - before).toBe(1);
      await store.putSpans(many(120, 5_000));
      await store.putSpans(many(121, 5_000));
      const reading = statements();
      const { spans } = await contextOf([idOf(1), idOf(120), idOf(121)]);
      expect(statements() - reading).toBe(3);
      expect([1, 120, 121].map((run) => spans.get(idOf(run))?.length)).toEqual([500, 5_000, 5_000]);
      expect(new Set(spans.get(idOf(121))?.map(({ spanId }) => spanId)).size).toBe(5_000);
    });

    it('tells with a run where it stands, and which tickets go by its address', async () => {
      await store.saveTicket(ticketNamed('jira:1', 'it-1'), null);
      await store.saveTicket(ticketNamed('jira:2', 'IT-2'), null);
      await store.saveTicket(ticketNamed('jira:3', 'IT-3', { deletedAt: T0 }), null);
      await store.putRuns([
        aRunRow({ runId: idOf(1), ticketId: null, deskId: null, run: aRun({ ticketRef: 'IT-1' }) }),
        aRunRow({
          runId: idOf(2),
          ticketId: 'jira:2',
          deskId: DESK,
          formerTicketIds: ['jira:9'],
          hasAsked: true,
          run: aRun({ ticketRef: '2' }),
        }),
      ]);
      const context = await contextOf([idOf(1), idOf(2), idOf(3)], ['IT-2', 'IT-3', 'IT-4']);
      const receivedAt = aRunRow().receivedAt;
      expect([...context.standings]).toEqual(
        expect.arrayContaining([
          [
            idOf(1),
            {
              ticketId: null,
              deskId: null,
              formerTicketIds: [],
              receivedAt,
              hasAsked: false,
              address: 'IT-1',
            },
          ],
          [
            idOf(2),
            {
              ticketId: 'jira:2',
              deskId: DESK,
              formerTicketIds: ['jira:9'],
              receivedAt,
              hasAsked: true,
              address: 'jira:2',
            },
          ],
        ]),
      );
      expect(Object.fromEntries(context.tickets)).toEqual({
        'IT-1': { ticketId: 'jira:1', deskId: DESK },
        'IT-2': { ticketId: 'jira:2', deskId: DESK },
        'jira:2': { ticketId: 'jira:2', deskId: DESK },
      });
      expect(await contextOf([])).toEqual({
        spans: new Map(),
        standings: new Map(),
        tickets: new Map(),
      });
    });

    it('lets no older state of a run replace a newer one, nor unsay that its sender asked', async () => {
      const state = (revision: number, over: Partial<RunRow> = {}) =>
        aRunRow({ ticketId: 'jira:1', revision, run: aRun({ spans: revision }), ...over });
      await store.putRuns([state(3, { hasAsked: true })]);
      await store.putRuns([state(2, { ticketId: 'jira:2' })]);
      expect(await runsOf('jira:1')).toEqual([state(3, { hasAsked: true })]);
      await store.putRuns([state(4), aRunRow({ runId: idOf(9), ticketId: 'jira:1' })]);
      const byRun = new Map((await runsOf('jira:1')).map((row) => [row.runId, row]));
      expect(byRun.get(aRunRow().runId)).toEqual(state(4, { hasAsked: true }));
      expect(byRun.get(idOf(9))).toMatchObject({ revision: 5, hasAsked: false });
      expect(await runsOf('jira:2')).toEqual([]);
      await store.putRuns([state(4, { ticketId: 'jira:2' })]);
      expect((await runsOf('jira:2')).map(({ ticketId }) => ticketId)).toEqual(['jira:2']);
    });

    it('reads the runs of tickets in the order of their ends, with the hand-offs', async () => {
      const run = (id: number, ticketId: string, endsAt: number) =>
        aRunRow({ runId: idOf(id), ticketId, run: aRun({ endedAt: epochMs(T0 + endsAt) }) });
      await store.putRuns([run(1, 'jira:1', 30), run(3, 'jira:1', 20), run(2, 'jira:1', 20)]);
      await store.putRuns([run(4, 'jira:2', 1), run(5, 'jira:3', 1)]);
      const handOff: HandOffRow = {
        handOffId: idOf(7),
        ticketId: 'jira:2',
        deskId: DESK,
        runId: idOf(4),
        agentId: 'bot-account',
        reason: 'low-confidence',
        detail: null,
        confidence: 0.5,
        threshold: 0.8,
        policyVersion: 1,
        target: NO_TARGET,
        decidedAt: T0,
        step: 'due',
        commentId: null,
        problem: null,
        attempts: 0,
        leasedUntil: null,
        version: 0,
      };
      await store.saveHandOff(handOff);
      const before = statements();
      const { runs, handOffs } = await store.readAttemptsOfTickets(['jira:1', 'jira:2', 'jira:4']);
      expect(statements() - before).toBe(1);
      expect([...runs].map(([id, rows]) => [id, rows.map(({ runId }) => runId)])).toEqual(
        expect.arrayContaining([
          ['jira:1', [idOf(2), idOf(3), idOf(1)]],
          ['jira:2', [idOf(4)]],
        ]),
      );
      expect([...handOffs]).toEqual([['jira:2', [{ ...handOff, version: 1 }]]]);
      expect(
        [...(await store.readAttemptsOfTickets(['jira:2', 'jira:3'])).runs.keys()].sort(),
      ).toEqual(['jira:2', 'jira:3']);
    });

    it('reads more runs than a response holds', async () => {
      const steps = Array.from({ length: 200 }, () => ({
        ...aRun().steps[0],
        tool: 't'.repeat(100),
      }));
      const rows = Array.from({ length: 150 }, (_, i) =>
        aRunRow({
          runId: idOf(i),
          ticketId: `jira:${i % 2}`,
          run: aRun({ steps: steps as never }),
        }),
      );
      await store.putRuns(rows);
      const { runs } = await store.readAttemptsOfTickets(['jira:0', 'jira:1']);
      expect(runs.get('jira:0')).toHaveLength(75);
      expect(runs.get('jira:1')).toHaveLength(75);
      expect(await runsOf('jira:1')).toEqual(runs.get('jira:1'));
    });

    it('finds the runs without a ticket that a desk knows by now, and counts them for a new ticket', async () => {
      const unmatched = (id: number, ticketRef: string | null) =>
        aRunRow({ runId: idOf(id), ticketId: null, deskId: null, run: aRun({ ticketRef }) });
      await store.putRuns([
        unmatched(1, 'IT-1'),
        unmatched(2, '1'),
        unmatched(3, 'IT-2'),
        unmatched(4, null),
        aRunRow({ runId: idOf(5), ticketId: 'jira:1', run: aRun({ ticketRef: 'IT-1' }) }),
      ]);
      const matchable = async (over: object = {}) =>
        (await store.listMatchableRuns({ deskId: DESK, ticketIds: null, limit: 9, ...over })).map(
          ({ row, ticket }) => [row.runId, ticket],
        );
      expect(await matchable()).toEqual([]);
      const context = (ticketId: string, ticketKey?: string) =>
        store.readTicketContext({
          deskId: DESK,
          ticketId,
          contactsFrom: epochMs(0),
          ...(ticketKey === undefined ? {} : { ticketKey }),
        });
      expect((await context('jira:1', 'IT-1')).unmatchedRuns).toBe(2);
      expect((await context('jira:1')).unmatchedRuns).toBe(1);
      expect((await context('jira:7', 'IT-7')).unmatchedRuns).toBe(0);

      await store.saveTicket(ticketNamed('jira:1', 'IT-1'), null);
      const ticket = { ticketId: 'jira:1', deskId: DESK };
      expect((await matchable()).sort()).toEqual([
        [idOf(1), ticket],
        [idOf(2), ticket],
      ]);
      expect(await matchable({ ticketIds: ['jira:1'], limit: 1 })).toHaveLength(1);
      expect(await matchable({ ticketIds: ['jira:2'] })).toEqual([]);
      expect(await matchable({ deskId: 'jira:77' })).toEqual([]);
    });

    it('saves events of many tickets at once, and none of those that others changed', async () => {
      await store.saveTickets(Array.from({ length: 60 }, (_, i) => aWrite(`jira:${i}`)));
      await store.saveTicket(aWrite('jira:3', { version: 2 }), 1);
      const [known] = await store.readTickets(['jira:1']);
      const told = (id: string) =>
        aTicket(id, {
          version: 2,
          isSettled: false,
          events: [
            {
              origin: 'app',
              key: idOf(1),
              revision: 3,
              event: { kind: 'rated', at: T0, actor: { id: 'a', kind: 'requester' }, rating: 4 },
            },
          ],
        });
      const before = statements();
      const conflicts = await store.saveTicketEvents(
        Array.from({ length: 60 }, (_, i) => told(`jira:${i}`)),
      );
      expect(statements() - before).toBe(2);
      expect(conflicts).toContain('jira:3');
      expect(conflicts).not.toContain('jira:55');
      const after = await store.readTickets(['jira:1', 'jira:3', 'jira:55']);
      const events = Object.fromEntries(after.map((each) => [each.ticket.id, each.events.length]));
      expect(events).toEqual({ 'jira:1': 1, 'jira:3': 0, 'jira:55': 1 });
      expect(after.find(({ ticket }) => ticket.id === 'jira:1')).toEqual({
        ...known,
        ...told('jira:1'),
        ticket: known?.ticket,
      });
      expect((await store.listUnsettledTickets(DESK, 100)).length).toBe(59);
    });
  });
}
