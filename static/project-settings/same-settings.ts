import type { MeasurementSettings } from '../../src/contract';

/** Do they measure alike? The order of names and holidays does not matter. */
export const areSameSettings = (a: MeasurementSettings, b: MeasurementSettings): boolean =>
  settingsKey(a) === settingsKey(b);

/** Equal exactly for settings that measure alike. */
export function settingsKey(settings: MeasurementSettings): string {
  const { definition, timeZone, calendar, pausedStatuses } = settings;
  return JSON.stringify([
    definition.windowHours,
    definition.silenceCountsAsResolved,
    sorted(definition.excludedResolutions),
    sorted(definition.excludedRequestTypes),
    definition.ratingConfirmsAt,
    definition.ratingRejectsAt,
    definition.repeatContact,
    timeZone,
    calendar?.weeklyHours.map((day) =>
      day.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]),
    ),
    sorted(calendar?.holidays ?? []),
    pausedStatuses === null ? null : sorted(pausedStatuses),
  ]);
}

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();
