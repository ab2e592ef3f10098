import type { DeskSettings, MeasurementSettings, SettingsVersion } from '../../../../src/contract';

type Definition = MeasurementSettings['definition'];

/** The rule book's default, in Berlin, without a calendar. */
export const someSettings = (
  definition: Partial<Definition> = {},
  some: Partial<MeasurementSettings> = {},
): MeasurementSettings => ({
  definition: {
    windowHours: 168,
    silenceCountsAsResolved: false,
    excludedResolutions: ['Duplicate', 'Cancelled'],
    excludedRequestTypes: [],
    ratingConfirmsAt: 4,
    ratingRejectsAt: 2,
    repeatContact: 'similar',
    ...definition,
  },
  timeZone: 'Europe/Berlin',
  calendar: null,
  pausedStatuses: null,
  ...some,
});

export const WEEK = {
  weeklyHours: Array.from({ length: 7 }, (_, day) =>
    day < 5
      ? [
          { fromMinute: 540, toMinute: 720 },
          { fromMinute: 780, toMinute: 1_440 },
        ]
      : [],
  ),
  holidays: ['2026-05-01'],
};

export const aVersion = (some: Partial<SettingsVersion> = {}): SettingsVersion => ({
  version: 1,
  publishedAt: '2026-03-02T09:00:00.000Z',
  accountId: null,
  reason: null,
  restoredFrom: null,
  settings: someSettings(),
  ...some,
});

export const aSettingsPage = (some: Partial<DeskSettings> = {}): DeskSettings => ({
  desk: { key: 'IT', name: 'IT', source: 'jira' },
  asOf: '2026-03-05T09:00:00.000Z',
  version: 1,
  settings: someSettings(),
  versions: [aVersion()],
  overridePolicy: 'project-administrators',
  isRescoring: false,
  seen: { requestTypes: [] },
  ...some,
});
