/** Every setting of a desk that a person can change, in the order of the form. */
export const SETTINGS_FIELDS = [
  'windowHours',
  'silenceCountsAsResolved',
  'ratingConfirmsAt',
  'ratingRejectsAt',
  'repeatContact',
  'excludedResolutions',
  'excludedRequestTypes',
  'pausedStatuses',
  'timeZone',
  'weeklyHours',
  'holidays',
] as const;
export type SettingsField = (typeof SETTINGS_FIELDS)[number];
