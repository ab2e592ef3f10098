import { keyedHash } from '../../../src/adapters/crypto/node-digest';
import { translateIncident } from '../../../src/adapters/servicenow/incident-log/translate-incident';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import type { TicketEvent } from '../../../src/domain/timeline/event';
import type { TicketSnapshot } from '../../../src/ports/ticket-source';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import { fillInstance } from '../../../sandbox/import/fill-instance';
import { readLogIncidents, type LogIncident } from '../../../sandbox/import/log-incident';
import { openStore } from '../../support/forge-sql';
import { DESK_ID, openInstanceWorld, OUT_OF_BOX } from '../../support/instance-world';
import { describeWith } from '../../support/shared';

/** States as the log calls them, with the numbers that the instance gave them. */
const STATES = [
  ['1', 'New', 'new', false],
  ['2', 'Active', 'indeterminate', false],
  ['3', 'Awaiting Problem', 'indeterminate', false],
  ['4', 'Awaiting User Info', 'indeterminate', true],
  ['5', 'Awaiting Evidence', 'indeterminate', false],
  ['9', 'Awaiting Vendor', 'indeterminate', false],
  ['6', 'Resolved', 'done', false],
  ['7', 'Closed', 'done', false],
] as const;

describeWith(
  ['data', 'servicenow-incident-log', 'incidents-opened-to-2016-03-31.csv.gz'],
  'the reference log on an instance, read by the connector',
  (file) => {
    const world = openInstanceWorld({
      store: openStore(openSqlite()).store,
      startAtMs: Date.parse('2017-03-01T00:00:00Z'),
      mapping: {
        ...OUT_OF_BOX,
        states: STATES.map(([value, label, category, paused]) => ({
          value,
          label,
          category,
          paused,
        })),
      },
    });
    const { instance, deps } = world;
    let incidents: readonly LogIncident[];
    const snapshots = new Map<string, TicketSnapshot>();
    let requests = 0;

    beforeAll(async () => {
      ({ incidents } = await readLogIncidents({
        format: 'servicenow-log',
        input: file,
        desk: 'ServiceNow',
        registry: new Map(),
        definition: DEFAULT_DEFINITION,
        asOf: null,
        ticketsFile: null,
        statuses: new Map(),
        budgetChars: 48 * 1_024 * 1_024,
        hashToken: (token) => token,
        onProgress: () => undefined,
      }));
      fillInstance(instance, incidents);
      const desk = { deskId: DESK_ID, key: 'sn-acme' };
      for (let cursor: string | null | undefined = undefined; cursor !== null;) {
        const page = await deps.source.readPage(desk, cursor ?? null);
        if (!page.ok) throw new Error(JSON.stringify(page.error));
        for (const snapshot of page.value.snapshots) {
          snapshots.set(snapshot.ticket.key ?? '', snapshot);
        }
        cursor = page.value.nextCursor;
      }
      requests = instance.requests.length;
      process.stdout.write(`9,202 incidents with all histories: ${String(requests)} requests\n`);
    }, 120_000);

    it('is the log, incident by incident and event by event', () => {
      const differing = incidents.filter(({ number, rows }) => {
        const { events, ...ticket } = translateIncident(number, rows, { desk: DESK_ID });
        const read = snapshots.get(number);
        const told = {
          requestType: ticket.requestType,
          priority: ticket.priority,
          requester: ticket.requester === null ? null : actorIdOf(ticket.requester),
          openedAt: ticket.openedAt,
          nativeResolvedAt: ticket.nativeResolvedAt,
          events: events.map(eventOf(actorIdOf)),
        };
        const { requestType, priority, requester, openedAt, nativeResolvedAt } = read?.ticket ?? {};
        const own = {
          ...{ requestType, priority, requester, openedAt, nativeResolvedAt },
          events: read?.events.map(({ event }) => eventOf((id) => id)(event)),
        };
        return JSON.stringify(own) !== JSON.stringify(told);
      });
      expect(snapshots.size).toBe(9_202);
      expect(differing.map(({ number }) => number)).toEqual([]);
    });

    it('has the reference numbers', () => {
      const all = [...snapshots.values()];
      const reopens = all.map(({ events }) => movesBack(events.map(({ event }) => event)));
      expect(all.filter(({ ticket }) => ticket.nativeResolvedAt !== null)).toHaveLength(8_419);
      expect(reopens.filter((moves) => moves > 0)).toHaveLength(133);
      expect(reopens.reduce((sum, moves) => sum + moves, 0)).toBe(161);
      expect(all.filter(({ ticket }) => ticket.sla?.isMet)).toHaveLength(3_719);
      expect(all.filter(({ ticket }) => ticket.sla?.breached === 1)).toHaveLength(9_202 - 3_719);
      const hours = all
        .flatMap(({ ticket: { nativeResolvedAt, openedAt } }) =>
          nativeResolvedAt === null ? [] : [(nativeResolvedAt - openedAt) / 3_600_000],
        )
        .sort((a, b) => a - b);
      expect(hours.reduce((sum, each) => sum + each, 0) / hours.length).toBeCloseTo(242.964, 3);
      expect(hours[(hours.length - 1) / 2]).toBeCloseTo(70.433, 3);
    });

    it('costs at most a request for sixty incidents, with all histories', () => {
      expect(requests).toBeLessThanOrEqual(Math.floor(9_202 / 60));
    });
  },
);

const actorIdOf = (userName: string): string => keyedHash('key', `servicenow:${userName}`, 128);

/** What of an event is the log's own. */
const eventOf =
  (idOf: (id: string) => string) =>
  (event: TicketEvent): unknown => {
    const { at, actor } = event;
    if (event.kind === 'status') {
      return [at, idOf(actor.id), event.status, event.category, event.paused];
    }
    if (event.kind !== 'assigned') throw new Error(`A log tells no ${event.kind}`);
    const to = event.to === undefined ? null : idOf(event.to.id);
    return [at, idOf(actor.id), event.toGroup ?? null, to];
  };

function movesBack(events: readonly TicketEvent[]): number {
  let moves = 0;
  let isDone = false;
  for (const event of events) {
    if (event.kind !== 'status') continue;
    if (isDone && event.category !== 'done') moves += 1;
    isDone = event.category === 'done';
  }
  return moves;
}
