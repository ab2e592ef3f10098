import { areSameSettings } from '../../../../src/contract/catalogue';
import { withMondayCopied } from '../../../../static/project-settings/edit-week';
import { patchOf } from '../../../../static/project-settings/field-patch';
import { keepDraft, readKeptDraft } from '../../../../static/project-settings/kept-draft';
import { optionsOf } from '../../../../static/project-settings/options-of';
import { prepareVersions } from '../../../../static/project-settings/prepare-versions';
import { rebaseDraft } from '../../../../static/project-settings/rebase-draft';
import { draftOf, settingsOf } from '../../../../static/project-settings/settings-draft';
import { timeZonesWith } from '../../../../static/project-settings/time-zones';
import { FORMATS } from '../builders';
import { aSettingsPage, aVersion, someSettings, WEEK } from './settings-builder';

class FakeStorage {
  readonly own = (): this => this;
  readonly entries = new Map<string, string>();
  getItem = (key: string): string | null => this.entries.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.entries.set(key, value);
  removeItem = (key: string): void => void this.entries.delete(key);
}

describe('a draft', () => {
  it('keeps what is switched off, and leaves it out of the settings', () => {
    const draft = draftOf(someSettings({}, { calendar: WEEK, pausedStatuses: ['Waiting'] }));
    expect(draft.week[0]).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '00:00' },
    ]);
    const off = { ...draft, hasCalendar: false, hasOwnPausedStatuses: false };
    expect(settingsOf(off)).toMatchObject({ calendar: null, pausedStatuses: null });
    expect(settingsOf({ ...off, hasCalendar: true }).calendar).toEqual(WEEK);
  });

  it('begins a calendar with usual hours', () => {
    const { week } = draftOf(someSettings());
    expect(week.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });

  it('puts one setting back without touching the others', () => {
    const held = draftOf(someSettings());
    const draft = { ...held, windowHours: '24', hasOwnPausedStatuses: true, timeZone: 'UTC' };
    expect({ ...draft, ...patchOf('pausedStatuses', held) }).toEqual({
      ...held,
      windowHours: '24',
      timeZone: 'UTC',
    });
  });

  it('copies Monday to the working days, or to the whole week', () => {
    const short = [{ from: '08:00', to: '12:00' }];
    const week = [short, [], [], [], [], [], []];
    expect(withMondayCopied(week, 'working-days').map(({ length }) => length)).toEqual([
      1, 1, 1, 1, 1, 0, 0,
    ]);
    expect(withMondayCopied(week, 'all').every((day) => day === short)).toBe(true);
  });

  it('is the same whatever the order of names, and another with other hours', () => {
    const settings = someSettings({}, { calendar: WEEK });
    const reordered = someSettings(
      { excludedResolutions: ['Cancelled', 'Duplicate'] },
      { calendar: WEEK },
    );
    expect(areSameSettings(settings, reordered)).toBe(true);
    const shorter = { ...WEEK, weeklyHours: [...WEEK.weeklyHours.slice(1), []] };
    expect(areSameSettings(settings, someSettings({}, { calendar: shorter }))).toBe(false);
    expect(areSameSettings(settings, someSettings())).toBe(false);
    expect(areSameSettings(someSettings(), someSettings({}, { pausedStatuses: [] }))).toBe(false);
  });
});

describe('a kept draft', () => {
  const kept = { settings: someSettings({ windowHours: 24 }), basedOn: 3, restoring: null };

  it('comes back for its project alone, until it is taken away', () => {
    const storage = new FakeStorage();
    keepDraft(storage.own, 'IT', kept);
    expect(readKeptDraft(storage.own, 'IT')).toEqual(kept);
    expect(readKeptDraft(storage.own, 'HR')).toBeNull();
    keepDraft(storage.own, 'IT', null);
    expect(readKeptDraft(storage.own, 'IT')).toBeNull();
  });

  it.each([
    '{',
    'null',
    '{"basedOn":1}',
    JSON.stringify({ ...kept, basedOn: 'x' }),
    JSON.stringify({ ...kept, settings: someSettings({ windowHours: 0 }) }),
  ])('is nothing when it is not understood: %s', (text) => {
    const storage = new FakeStorage();
    storage.setItem('firstline.settings-draft.IT', text);
    expect(readKeptDraft(storage.own, 'IT')).toBeNull();
  });
});

it('does without a storage that the browser refuses', () => {
  const refused = (): FakeStorage => {
    throw new Error('The operation is insecure');
  };
  expect(readKeptDraft(refused, 'IT')).toBeNull();
  const kept = { settings: someSettings(), basedOn: 1, restoring: null };
  expect(() => keepDraft(refused, 'IT', kept)).not.toThrow();
});

describe('rebaseDraft', () => {
  it('keeps what the draft changed and follows the rest', () => {
    const base = someSettings({ windowHours: 168, ratingConfirmsAt: 4 });
    const now = someSettings({ windowHours: 24, ratingConfirmsAt: 5 }, { calendar: WEEK });
    const draft = { ...draftOf(base), windowHours: '336', timeZone: 'UTC' };
    expect(settingsOf(rebaseDraft(draft, base, now))).toEqual(
      someSettings({ windowHours: 336, ratingConfirmsAt: 5 }, { calendar: WEEK, timeZone: 'UTC' }),
    );
  });
});

describe('choices', () => {
  it('name what is chosen though it is gone, and claim nothing before the list is there', () => {
    expect(optionsOf(['Done', 'Cancelled'], ['Done', 'Old'], 'gone')).toEqual([
      { value: 'Cancelled', note: null },
      { value: 'Done', note: null },
      { value: 'Old', note: 'gone' },
    ]);
    expect(optionsOf(null, ['Old'], 'gone')).toEqual([{ value: 'Old', note: null }]);
  });

  it('list every time zone, UTC and the one that is set', () => {
    expect(timeZonesWith('Europe/Berlin').length).toBeGreaterThan(300);
    expect(timeZonesWith('US/Pacific')).toEqual(
      expect.arrayContaining(['UTC', 'Europe/Berlin', 'US/Pacific']),
    );
    expect(new Set(timeZonesWith('UTC')).size).toBe(timeZonesWith('UTC').length);
  });
});

describe('prepareVersions', () => {
  it('tells who published what, when, why and against which version', () => {
    const versions = prepareVersions(
      aSettingsPage({
        version: 3,
        versions: [
          aVersion({
            version: 3,
            accountId: 'anna',
            publishedAt: '2026-03-05T08:00:00.000Z',
            restoredFrom: 1,
            reason: 'Back again',
          }),
          aVersion({
            version: 2,
            accountId: 'gone',
            publishedAt: '2026-03-03T09:00:00.000Z',
            settings: someSettings({ windowHours: 72 }),
          }),
          aVersion(),
        ],
      }),
      new Map([['anna', 'Anna Ng']]),
      FORMATS,
    );
    expect(
      versions.map(({ changes, ...rest }) => ({
        ...rest,
        exactTime: rest.exactTime.length > 20,
        changes: changes?.map(({ text }) => text.replaceAll('\u00a0', ' ')) ?? null,
      })),
    ).toEqual([
      {
        version: 3,
        name: 'Version 3',
        origin: 'Published by Anna Ng 1 h ago',
        reason: 'Reason given: “Back again”',
        restores: 'restores version 1',
        changes: ['was 72 h (3 days), now 168 h (7 days)'],
        isInForce: true,
        exactTime: true,
      },
      {
        version: 2,
        name: 'Version 2',
        origin: 'Published by an account that Jira does not show 2 d ago',
        reason: null,
        restores: null,
        changes: ['was 168 h (7 days), now 72 h (3 days)'],
        isInForce: false,
        exactTime: true,
      },
      {
        version: 1,
        name: 'Version 1',
        origin: 'The settings a desk starts with, 3 d ago',
        reason: null,
        restores: null,
        changes: null,
        isInForce: false,
        exactTime: true,
      },
    ]);
  });
});
