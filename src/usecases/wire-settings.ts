import type { MeasurementSettings, SettingsVersion } from '../contract';
import type { MeasurementSettings as Settings } from '../domain/outcome/measurement-settings';
import type { SettingsVersionRow } from '../ports/score-store';

/** A version as screens and exports tell it. */
export const toWireVersion = (row: SettingsVersionRow): SettingsVersion => ({
  version: row.version,
  publishedAt: new Date(row.publishedAt).toISOString(),
  accountId: row.accountId,
  reason: row.reason,
  restoredFrom: row.restoredFrom,
  settings: toWireSettings(row.settings),
});

export const toWireSettings = ({
  definition,
  timeZone,
  calendar,
  pausedStatuses,
}: Settings): MeasurementSettings => ({
  definition: {
    ...definition,
    excludedResolutions: [...definition.excludedResolutions],
    excludedRequestTypes: [...definition.excludedRequestTypes],
  },
  timeZone,
  calendar:
    calendar === null
      ? null
      : {
          weeklyHours: calendar.weeklyHours.map((day) => day.map((hours) => ({ ...hours }))),
          holidays: [...calendar.holidays],
        },
  pausedStatuses: pausedStatuses === null ? null : [...pausedStatuses],
});
