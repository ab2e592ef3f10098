import { askApp } from '../../../sandbox/ask-app';
import { nodeDigest } from '../../../src/adapters/crypto/node-digest';
import type { MeasurementSettings } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { firstBrokenEntry } from '../../../src/usecases/append-audit';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  MONDAY,
  openTicket,
  PROJECT_ADMIN,
  registerBot,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { CrashingDatabase } from '../../support/crashing-database';
import { publish, settingsOfDesk } from '../../support/desk-settings';
import { openStore } from '../../support/forge-sql';
import { fillPast } from '../../support/past-tickets';

const definition = {
  ...DEFAULT_DEFINITION,
  excludedResolutions: ['Duplicate'],
  excludedRequestTypes: [],
};
const DAY = 24 * HOUR;

/** The desk's audit, after it was verified. */
async function auditOf(world: AppWorld) {
  const { store } = openStore(world.host.database);
  const [desk] = (await store.listDesks()).filter(({ key }) => key === 'IT');
  const entries = await store.readAudit(`desk:${desk?.deskId ?? ''}`);
  expect(firstBrokenEntry(entries, nodeDigest)).toBeNull();
  return entries.map(({ action, detail }) => ({
    action,
    detail: JSON.parse(detail) as Readonly<Record<string, unknown>>,
  }));
}

describe('the settings of a desk', () => {
  let world: AppWorld;
  beforeEach(async () => {
    world = await installed(await anAppWorld());
  });
  afterEach(() => world.live.stop());

  it('are the rule book’s to begin with, as a version of nobody', async () => {
    const { settings, versions, ...rest } = await settingsOfDesk(world);
    expect(settings).toEqual({
      definition: DEFAULT_DEFINITION,
      timeZone: 'UTC',
      calendar: null,
      pausedStatuses: null,
    });
    expect(versions).toEqual([
      {
        version: 1,
        publishedAt: '2026-03-02T09:00:00.000Z',
        accountId: null,
        reason: null,
        restoredFrom: null,
        settings,
      },
    ]);
    expect(rest).toMatchObject({
      desk: { key: 'IT' },
      version: 1,
      overridePolicy: 'project-administrators',
      isRescoring: false,
      seen: { requestTypes: [] },
    });
  });

  it('are published as versions, with author, time, reason, and an entry in the audit', async () => {
    const { settings } = await settingsOfDesk(world);
    expect(await publish(world, { definition }, { reason: '  Fewer exclusions ' })).toBe(2);
    expect((await settingsOfDesk(world)).isRescoring).toBe(true);
    await world.live.jumpMs(HOUR);
    const second = { accountId: SITE_ADMIN };
    expect(await publish(world, { timeZone: 'Europe/Berlin' }, second)).toBe(3);
    await world.live.jumpMs(MINUTE);

    const after = await settingsOfDesk(world);
    expect(after).toMatchObject({ version: 3, isRescoring: false });
    expect(after.settings).toEqual({ ...settings, definition, timeZone: 'Europe/Berlin' });
    expect(after.versions).toEqual([
      {
        version: 3,
        publishedAt: '2026-03-02T10:05:00.000Z',
        accountId: SITE_ADMIN,
        reason: null,
        restoredFrom: null,
        settings: after.settings,
      },
      {
        version: 2,
        publishedAt: '2026-03-02T09:05:00.000Z',
        accountId: PROJECT_ADMIN,
        reason: 'Fewer exclusions',
        restoredFrom: null,
        settings: { ...settings, definition },
      },
      expect.objectContaining({ version: 1, accountId: null, settings }),
    ]);
    expect(await auditOf(world)).toEqual([
      {
        action: 'settings-published',
        detail: {
          version: 2,
          accountId: PROJECT_ADMIN,
          restoredFrom: null,
          settings: { ...settings, definition },
        },
      },
      {
        action: 'settings-published',
        detail: {
          version: 3,
          accountId: SITE_ADMIN,
          restoredFrom: null,
          settings: after.settings,
        },
      },
    ]);
    expect(world.complaints).toEqual([]);
  });

  it('do not change when what holds is published again, in whatever order', async () => {
    await publish(world, { definition });
    const reordered = { pausedStatuses: ['Pending', 'Waiting for customer'] };
    expect(await publish(world, reordered)).toBe(3);
    expect(await publish(world, { pausedStatuses: [...reordered.pausedStatuses].reverse() })).toBe(
      3,
    );
    // Sent again because its answer was lost.
    expect(await publish(world, {}, { basedOnVersion: 2 })).toBe(3);
    expect(await auditOf(world)).toHaveLength(2);
    expect((await settingsOfDesk(world)).versions).toHaveLength(3);
  });

  it('stay as they are when somebody published meanwhile', async () => {
    await publish(world, { definition });
    const late = publish(world, { timeZone: 'Asia/Tokyo' }, { basedOnVersion: 1 });
    await expect(late).rejects.toMatchObject({ error: { kind: 'conflict' } });
    expect(await settingsOfDesk(world)).toMatchObject({
      version: 2,
      settings: { timeZone: 'UTC' },
    });
    expect(await auditOf(world)).toHaveLength(1);
  });

  it('are those of one of two who publish at once, and all records agree', async () => {
    const results = await Promise.allSettled([
      publish(world, { timeZone: 'Asia/Tokyo' }, { basedOnVersion: 1 }),
      publish(world, { timeZone: 'Asia/Seoul' }, { basedOnVersion: 1, accountId: SITE_ADMIN }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { settings, versions } = await settingsOfDesk(world);
    expect(versions).toHaveLength(2);
    expect(versions[0]?.settings).toEqual(settings);
    expect(await auditOf(world)).toMatchObject([{ detail: { version: 2, settings } }]);
  });

  it('can be those of a former version again', async () => {
    const { settings } = await settingsOfDesk(world);
    await publish(world, { definition });
    await expect(publish(world, settings, { restoredFrom: 9 })).rejects.toThrow(
      'restoredFrom: there is no such version',
    );
    await expect(
      publish(world, { ...settings, timeZone: 'Asia/Tokyo' }, { restoredFrom: 1 }),
    ).rejects.toThrow('restoredFrom: its settings are others');
    expect(await publish(world, settings, { restoredFrom: 1 })).toBe(3);
    const after = await settingsOfDesk(world);
    expect(after.settings).toEqual(settings);
    expect(after.versions[0]).toMatchObject({ version: 3, restoredFrom: 1 });
  });

  it('tell which request types occurred', async () => {
    openTicket(world);
    world.site.createIssue({
      by: 'customer-1',
      project: 'IT',
      requestType: 'Password',
      summary: 'Forgot it',
    });
    await world.live.jumpMs(2 * HOUR);
    const { seen } = await settingsOfDesk(world);
    expect(seen).toEqual({ requestTypes: ['Password', 'VPN'] });
    const figures = world.host.meter.lastInvocation();
    expect(figures?.functionKey).toBe('resolver');
    expect((figures?.sqlSelects ?? 0) + (figures?.sqlWrites ?? 0)).toBeLessThanOrEqual(2);
  });

  it('say who may override, and the audit says who decided that', async () => {
    const policy = { project: 'IT', policy: 'agents' } as const;
    await askApp(world.host, 'saveOverridePolicy', policy, PROJECT_ADMIN);
    await askApp(world.host, 'saveOverridePolicy', policy, PROJECT_ADMIN);
    expect(await settingsOfDesk(world)).toMatchObject({ overridePolicy: 'agents', version: 1 });
    expect(await auditOf(world)).toEqual([
      {
        action: 'override-policy-set',
        detail: {
          decision: expect.any(String) as string,
          accountId: PROJECT_ADMIN,
          from: 'project-administrators',
          to: 'agents',
        },
      },
    ]);
  });

  it('make a state wait for the requester, for the past too', async () => {
    const issue = openTicket(world);
    const act = async (run: () => unknown) => {
      await world.live.jumpMs(MINUTE);
      run();
    };
    await act(() => world.site.addComment({ by: BOT, issue, body: 'a', isPublic: true }));
    await act(() => world.site.transition({ by: BOT, issue, to: 'Pending' }));
    await act(() => world.site.transition({ by: BOT, issue, to: 'Resolved' }));
    await world.live.jumpMs(8 * DAY);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'ai-resolved' });
    await publish(world, { pausedStatuses: ['pending'] });
    await world.live.jumpMs(5 * MINUTE);
    expect(tagOf(world, issue)).toMatchObject({ outcome: 'abandoned', rule: 'silent-wait' });
    const { episodes } = await askApp(world.host, 'readTicketVerdict', { issue }, AGENT);
    expect(episodes).toMatchObject([{ outcome: 'abandoned' }]);
  });

  it.each<[string, unknown]>([
    [
      'settings.definition.windowHours: more than 0',
      { definition: { ...definition, windowHours: 0 } },
    ],
    ['settings.definition.windowHours: whole', { definition: { ...definition, windowHours: 0.1 } }],
    ['settings.definition.ratingRejectsAt', { definition: { ...definition, ratingRejectsAt: 4 } }],
    [
      'settings.definition.excludedResolutions',
      { definition: { ...definition, excludedResolutions: ['A', 'A'] } },
    ],
    ['settings.timeZone', { timeZone: 'Mars/Olympus' }],
    ['settings.calendar.weeklyHours', { calendar: { weeklyHours: [], holidays: [] } }],
    [
      'settings.calendar.holidays.0',
      { calendar: { weeklyHours: [[], [], [], [], [], [], []], holidays: ['2026-02-30'] } },
    ],
    ['settings.pausedStatuses.0', { pausedStatuses: [' '] }],
    [
      'settings: too long',
      { pausedStatuses: Array.from({ length: 100 }, (_, i) => `${i}${'ü'.repeat(250)}`) },
    ],
  ])('refuses what does not fit by its field: %s', async (field, over) => {
    await expect(publish(world, over as Partial<MeasurementSettings>)).rejects.toThrow(field);
    expect((await settingsOfDesk(world)).version).toBe(1);
  });
});

describe('a container that dies while settings are published', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'at its statement %i leaves all of it or nothing, an hour later, and it can be sent again',
    async (statement) => {
      const database = new CrashingDatabase();
      const world = await installed(
        await anAppWorld({ database, delivery: { duplicateShare: 0 } }),
      );
      const held = await settingsOfDesk(world);
      const publication = {
        project: 'IT',
        settings: { ...held.settings, timeZone: 'Asia/Tokyo' },
        reason: 'Moved',
        basedOnVersion: 1,
        restoredFrom: null,
      };
      const send = () => askApp(world.host, 'publishSettings', publication, PROJECT_ADMIN);
      database.crashAt(statement);
      await expect(send()).rejects.toThrow();
      expect(database.hasCrashed).toBe(true);
      await world.live.jumpMs(2 * HOUR);

      const left = await settingsOfDesk(world);
      const audit = await auditOf(world);
      expect(left.versions).toHaveLength(left.version);
      expect(left.versions[0]?.settings).toEqual(left.settings);
      expect(audit).toHaveLength(left.version - 1);
      expect(left.isRescoring).toBe(false);

      expect(await send()).toBe(2);
      const after = await settingsOfDesk(world);
      expect(
        after.versions.map(({ version, accountId, reason }) => [version, accountId, reason]),
      ).toEqual([
        [2, PROJECT_ADMIN, 'Moved'],
        [1, null, null],
      ]);
      expect(await auditOf(world)).toMatchObject([{ detail: { version: 2 } }]);
      await world.live.stop();
    },
  );
});

describe('settings that are published after the history was read', () => {
  const changed: Partial<MeasurementSettings> = {
    definition: { ...definition, windowHours: 72, repeatContact: 'any' },
    // So far from UTC that half of all days are others.
    timeZone: 'Pacific/Kiritimati',
    calendar: {
      weeklyHours: Array.from({ length: 7 }, (_, i) =>
        i < 5 ? [{ fromMinute: 540, toMinute: 1_020 }] : [],
      ),
      holidays: ['2026-01-01'],
    },
    pausedStatuses: ['Pending'],
  };
  /** @param afterMs - after the history was read; null: before */
  const figuresWhen = async (afterMs: number | null): Promise<unknown> => {
    const world = await anAppWorld({ delivery: { duplicateShare: 0, queueLagMs: 0 } });
    fillPast(world, 400);
    await world.host.install();
    await registerBot(world);
    await world.live.jumpMs(afterMs ?? 0);
    expect(await publish(world, changed)).toBe(2);
    await world.live.advanceTo(MONDAY + 4 * HOUR + MINUTE);
    const read = async (periodDays: 7 | 30 | 90) => {
      const { score, trend, open, period } = await askApp(
        world.host,
        'readDeskScorecard',
        { project: 'IT', periodDays },
        AGENT,
      );
      return { score, trend, open, period };
    };
    const figures = [await read(7), await read(30), await read(90)];
    const report = await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT);
    await world.live.stop();
    return [figures, report.score];
  };

  it('give the figures that they would have given from the start, on every day', async () => {
    const [early, late] = [await figuresWhen(null), await figuresWhen(2 * HOUR + 1_000)];
    expect(late).toEqual(early);
    expect(early).toMatchObject([{ length: 3 }, { tickets: 400 }]);
  }, 60_000);
});
