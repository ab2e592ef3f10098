import type { SettingsDraft } from './settings-draft';
import type { SettingsField } from './settings-fields';

/** What of a draft makes up a setting. */
const PARTS: Readonly<Record<SettingsField, readonly (keyof SettingsDraft)[]>> = {
  windowHours: ['windowHours'],
  silenceCountsAsResolved: ['silenceCountsAsResolved'],
  ratingConfirmsAt: ['ratingConfirmsAt'],
  ratingRejectsAt: ['ratingRejectsAt'],
  repeatContact: ['repeatContact'],
  excludedResolutions: ['excludedResolutions'],
  excludedRequestTypes: ['excludedRequestTypes'],
  pausedStatuses: ['hasOwnPausedStatuses', 'pausedStatuses'],
  timeZone: ['timeZone'],
  weeklyHours: ['hasCalendar', 'week'],
  holidays: ['holidays'],
};

/** The part of another draft that is one setting: to put it back as it was. */
export const patchOf = (field: SettingsField, draft: SettingsDraft): Partial<SettingsDraft> =>
  Object.fromEntries(PARTS[field].map((part) => [part, draft[part]]));
