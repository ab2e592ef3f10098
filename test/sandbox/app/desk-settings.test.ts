import { askApp } from '../../../sandbox/ask-app';
import type { MeasurementSettings } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  PROJECT_ADMIN,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { auditOfDesk, publish, settingsOfDesk } from '../../support/desk-settings';
import { statementsOfLastCall } from '../../support/last-call';

const definition = {
  ...DEFAULT_DEFINITION,
  excludedResolutions: ['Duplicate'],
  excludedRequestTypes: [],
};
const DAY = 24 * HOUR;

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
    expect(await auditOfDesk(world)).toEqual([
      {
        action: 'settings-published',
        version: 2,
        accountId: PROJECT_ADMIN,
        restoredFrom: null,
        settings: { ...settings, definition },
      },
      {
        action: 'settings-published',
        version: 3,
        accountId: SITE_ADMIN,
        restoredFrom: null,
        settings: after.settings,
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
    expect(await auditOfDesk(world)).toHaveLength(2);
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
    expect(await auditOfDesk(world)).toHaveLength(1);
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
    expect(await auditOfDesk(world)).toMatchObject([{ version: 2, settings }]);
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
    expect(world.host.meter.lastInvocation()?.functionKey).toBe('resolver');
    expect(statementsOfLastCall(world)).toBeLessThanOrEqual(2);
  });

  it('say who may override, and the audit says who decided that', async () => {
    const policy = { project: 'IT', policy: 'agents' } as const;
    await askApp(world.host, 'saveOverridePolicy', policy, PROJECT_ADMIN);
    await askApp(world.host, 'saveOverridePolicy', policy, PROJECT_ADMIN);
    expect(await settingsOfDesk(world)).toMatchObject({ overridePolicy: 'agents', version: 1 });
    expect(await auditOfDesk(world)).toEqual([
      {
        action: 'override-policy-set',
        decision: expect.any(String) as string,
        accountId: PROJECT_ADMIN,
        from: 'project-administrators',
        to: 'agents',
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
