import type { MeasurementSettings } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { namesWords, weekWords, windowWords } from './setting-words';
import { SETTINGS_FIELDS, type SettingsField } from './settings-fields';

/** One setting that differs, in words. */
export interface ChangeView {
  readonly field: SettingsField;
  readonly label: string;
  /** What it was and what it is, or what was added to a list and taken from it. */
  readonly text: string;
}

/** What differs between two sets of settings, in the order of the form. */
export const prepareChanges = (
  before: MeasurementSettings,
  after: MeasurementSettings,
  formats: Formats,
): readonly ChangeView[] =>
  SETTINGS_FIELDS.flatMap((field) => {
    const text = changeOf(field, before, after, formats);
    return text === null ? [] : [{ field, label: formats.t(`settings.field.${field}`), text }];
  });

function changeOf(
  field: SettingsField,
  before: MeasurementSettings,
  after: MeasurementSettings,
  formats: Formats,
): string | null {
  switch (field) {
    case 'excludedResolutions':
    case 'excludedRequestTypes':
      return changeOfList(before.definition[field], after.definition[field], formats);
    case 'pausedStatuses':
      return before.pausedStatuses !== null && after.pausedStatuses !== null
        ? changeOfList(before.pausedStatuses, after.pausedStatuses, formats)
        : changeOfValue(field, before, after, formats);
    case 'holidays':
      return after.calendar === null
        ? null
        : changeOfList(
            (before.calendar?.holidays ?? []).map(formats.date),
            after.calendar.holidays.map(formats.date),
            formats,
          );
    default:
      return changeOfValue(field, before, after, formats);
  }
}

export type ValueField = Exclude<
  SettingsField,
  'excludedResolutions' | 'excludedRequestTypes' | 'holidays'
>;

function changeOfValue(
  field: ValueField,
  before: MeasurementSettings,
  after: MeasurementSettings,
  formats: Formats,
): string | null {
  const [was, now] = [before, after].map((settings) => valueWords(field, settings, formats));
  if (was === undefined || now === undefined || was === now) return null;
  return formats.t('settings.change.value', { was, now });
}

function changeOfList(
  before: readonly string[],
  after: readonly string[],
  { t, list }: Formats,
): string | null {
  const added = after.filter((name) => !before.includes(name));
  const removed = before.filter((name) => !after.includes(name));
  const parts = [
    ...(added.length === 0 ? [] : [t('settings.change.added', { names: list(added) })]),
    ...(removed.length === 0 ? [] : [t('settings.change.removed', { names: list(removed) })]),
  ];
  return parts.length === 0 ? null : parts.join(' · ');
}

/** What a setting says, in a few words. */
export function valueWords(
  field: ValueField,
  { definition, timeZone, calendar, pausedStatuses }: MeasurementSettings,
  formats: Formats,
): string {
  const { t, decimal } = formats;
  switch (field) {
    case 'windowHours':
      return Number.isNaN(definition.windowHours)
        ? t('settings.none')
        : windowWords(definition.windowHours, formats);
    case 'silenceCountsAsResolved':
      return t(definition.silenceCountsAsResolved ? 'settings.yes' : 'settings.no');
    case 'repeatContact':
      return t(`settings.repeatContact.${definition.repeatContact}`);
    case 'ratingConfirmsAt':
    case 'ratingRejectsAt':
      return decimal(definition[field], 2);
    case 'pausedStatuses':
      return pausedStatuses === null
        ? t('settings.paused.byDesk')
        : namesWords(pausedStatuses, formats);
    case 'timeZone':
      return timeZone;
    case 'weeklyHours':
      return weekWords(calendar, formats);
  }
}
