import { EMPTY_TALLY } from '../../src/domain/kpi/tally';
import { DEFAULT_DEFINITION } from '../../src/domain/outcome/definition';
import { deskDay, epochMs } from '../../src/domain/time';
import type {
  PreviewRow,
  ScoreStore,
  SettingsVersionRow,
  TicketWrite,
} from '../../src/ports/score-store';
import { EMPTY_TICKET } from '../../src/usecases/empty-ticket';
import { newDesk } from '../../src/usecases/new-desk';
import { T0 } from '../support/timeline-builder';

const DESK = 'jira:10000';
const OTHER_DESK = 'jira:10001';
const settings = {
  definition: DEFAULT_DEFINITION,
  timeZone: 'Europe/Berlin',
  calendar: null,
  pausedStatuses: ['It\'s "waiting" \\ 😀'],
};

const aVersion = (version: number, over: Partial<SettingsVersionRow> = {}): SettingsVersionRow => ({
  deskId: DESK,
  version,
  publishedAt: epochMs(T0 + version),
  accountId: 'admin',
  reason: 'Übergang',
  restoredFrom: null,
  settings,
  ...over,
});

const aPreview = (over: Partial<PreviewRow> = {}): PreviewRow => ({
  deskId: DESK,
  previewId: 'p-1',
  version: 1,
  asOf: T0,
  periodDays: 30,
  current: { settings, tally: EMPTY_TALLY },
  draft: { settings, tally: { ...EMPTY_TALLY, counts: { tickets: 3 } } },
  moves: [{ from: 'pending', to: 'ai-resolved', episodes: 2 }],
  registryDigest: null,
  after: '',
  isDone: false,
  ticketsDone: 0,
  ticketsTotal: 9,
  ...over,
});

/** @param openedAt - milliseconds after T0 */
const aTicket = (
  id: string,
  openedAt: number,
  over: Partial<TicketWrite['facts']> & {
    readonly requestType?: string | null;
    readonly desk?: string;
    readonly isDeleted?: boolean;
  } = {},
): TicketWrite => ({
  next: {
    ...EMPTY_TICKET,
    ticket: {
      id,
      source: 'jira',
      desk: over.desk ?? DESK,
      key: null,
      requestType: over.requestType === undefined ? 'VPN' : over.requestType,
      priority: null,
      requester: null,
      subject: [],
      openedAt: epochMs(T0 + openedAt),
      nativeResolvedAt: null,
    },
    version: 1,
    deletedAt: over.isDeleted === true ? T0 : null,
  },
  facts: {
    openedDay: deskDay('2026-03-02'),
    contactKey: null,
    lastResolvedAt: over.lastResolvedAt ?? null,
    isOpen: over.isOpen ?? false,
    reopenMoves: 0,
  },
});

/** The part of a ScoreStore that keeps settings and previews, whatever engine is behind it. */
export function describeSettingsTables(
  name: string,
  open: () => Promise<{ readonly store: ScoreStore; readonly close: () => Promise<void> }>,
): void {
  describe(`${name}, as a keeper of settings`, () => {
    let store: ScoreStore;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ store, close } = await open());
      await store.migrate();
    });
    afterEach(() => close());

    it('gives back versions as they were put, and replaces by desk and version', async () => {
      const start = aVersion(1, { accountId: null, reason: null });
      await store.putSettingsVersions([start, aVersion(2), aVersion(1, { deskId: OTHER_DESK })]);
      await store.putSettingsVersions([aVersion(2, { restoredFrom: 1 })]);
      expect(await store.readSettingsVersion(DESK, 1)).toEqual(start);
      expect(await store.readSettingsVersion(DESK, 2)).toEqual(aVersion(2, { restoredFrom: 1 }));
      expect(await store.readSettingsVersion(DESK, 3)).toBeNull();
    });

    it('lists the latest versions, newest first', async () => {
      await store.putSettingsVersions(Array.from({ length: 12 }, (_, i) => aVersion(i + 1)));
      const listed = await store.listSettingsVersions(DESK, 3);
      expect(listed.map(({ version }) => version)).toEqual([12, 11, 10]);
      expect(await store.listSettingsVersions(OTHER_DESK, 3)).toEqual([]);
    });

    it('shows versions and the most frequent request types at once', async () => {
      expect(await store.readSettingsPage({ deskId: DESK, versions: 2, requestTypes: 2 })).toEqual({
        versions: [],
        requestTypes: [],
      });
      await store.putSettingsVersions([1, 2, 3].map((version) => aVersion(version)));
      const types = ['VPN', 'VPN', 'Laptop', 'Password', 'Password', null];
      await store.saveTickets([
        ...types.map((requestType, i) => aTicket(`jira:${i}`, 0, { requestType })),
        aTicket('jira:9', 0, { requestType: 'Other', desk: OTHER_DESK }),
      ]);
      const page = await store.readSettingsPage({ deskId: DESK, versions: 2, requestTypes: 2 });
      expect(page.versions).toEqual([aVersion(3), aVersion(2)]);
      expect(page.requestTypes).toEqual(['Password', 'VPN']);
    });

    it('keeps one preview a desk: the newest', async () => {
      expect(await store.readPreview(DESK)).toBeNull();
      await store.putPreview(aPreview());
      expect(await store.readPreview(DESK)).toEqual(aPreview());
      await store.putPreview(aPreview({ previewId: 'p-2' }));
      expect(await store.readPreview(DESK)).toEqual(aPreview({ previewId: 'p-2' }));
      expect(await store.readPreview(OTHER_DESK)).toBeNull();
    });

    it('lets one of two that count a preview win, and none that counts an old one', async () => {
      await store.putPreview(aPreview());
      const next = aPreview({ after: 'jira:5', ticketsDone: 5 });
      expect(await store.savePreview(next)).toBe('saved');
      expect(await store.savePreview(next)).toBe('conflict');
      expect(await store.readPreview(DESK)).toEqual({ ...next, version: 2 });
      await store.putPreview(aPreview({ previewId: 'p-2' }));
      expect(await store.savePreview({ ...next, version: 1 })).toBe('conflict');
      expect(await store.readPreview(DESK)).toEqual(aPreview({ previewId: 'p-2' }));
    });

    it('finds the tickets that were open, opened or resolved in a span', async () => {
      await store.saveTickets([
        aTicket('jira:1', -9_000, { lastResolvedAt: epochMs(T0 - 1) }),
        aTicket('jira:2', -9_000, { lastResolvedAt: T0 }),
        aTicket('jira:3', -9_000, { isOpen: true }),
        // A clock that runs backwards.
        aTicket('jira:4', 5, { lastResolvedAt: epochMs(T0 - 5) }),
        aTicket('jira:5', 100, { isOpen: true }),
        aTicket('jira:6', 101, { isOpen: true }),
        aTicket('jira:7', 1, { isOpen: true, desk: OTHER_DESK }),
        aTicket('jira:8', 1, { isOpen: true, isDeleted: true }),
      ]);
      const span = { deskId: DESK, since: T0, upTo: epochMs(T0 + 100) };
      expect(await store.countTicketsOfSpan(span)).toBe(4);
      const first = await store.listTicketsOfSpan(span, '', 3);
      expect(first.map(({ ticketId }) => ticketId)).toEqual(['jira:2', 'jira:3', 'jira:4']);
      expect(first.every(({ length }) => length > 100)).toBe(true);
      const rest = await store.listTicketsOfSpan(span, 'jira:4', 3);
      expect(rest.map(({ ticketId }) => ticketId)).toEqual(['jira:5']);
    });

    it('reads a desk that an older app stored with what desks start with', async () => {
      const desk = newDesk({ deskId: DESK, key: 'IT', timeZone: 'Europe/Berlin' });
      const { definitionChanges, overridePolicy, unrecorded, knownSince, profile, ...older } = desk;
      expect([definitionChanges, overridePolicy, unrecorded, knownSince]).toHaveLength(4);
      const { timeZone, calendar } = profile;
      // What a desk's row held before it had any of these.
      await store.saveDesk({ ...older, profile: { timeZone, calendar } } as unknown as typeof desk);
      expect(await store.readDesk(DESK)).toEqual({ ...desk, version: 1 });
    });
  });
}
