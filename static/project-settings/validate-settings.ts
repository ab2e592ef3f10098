import type { MeasurementSettings } from '../../src/contract';
import type { SettingsField } from './settings-fields';
import { problemsOfCalendar } from './validate-calendar';

/** What is wrong with a setting, as a code that the form puts into words with its remedy. */
export interface SettingsProblem {
  /** `settings`: all of them together. */
  readonly field: SettingsField | 'settings';
  readonly what:
    | 'notWhole'
    | 'tooSmall'
    | 'tooLarge'
    | 'ratingRange'
    | 'ratingOrder'
    | 'tooManyNames'
    | 'nameLength'
    | 'nameTwice'
    | 'noTimeZone'
    | 'incomplete'
    | 'backwards'
    | 'overlap'
    | 'tooManySpans'
    | 'noDay'
    | 'tooManyDays'
    | 'tooLong';
  /** Day of the week, Monday is 0; null for what is no matter of a day. */
  readonly day: number | null;
}

const MAX_WINDOW_HOURS = 744;
const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 255;
const MAX_BYTES = 40_000;

/** Empty exactly where the app would take the settings; at most one problem a field and day. */
export function validateSettings(settings: MeasurementSettings): readonly SettingsProblem[] {
  const { definition, timeZone, calendar, pausedStatuses } = settings;
  const found = (
    field: SettingsProblem['field'],
    what: SettingsProblem['what'] | null,
  ): readonly SettingsProblem[] => (what === null ? [] : [{ field, what, day: null }]);
  return [
    ...found('windowHours', problemOfWindow(definition.windowHours)),
    ...found('ratingConfirmsAt', problemOfRating(definition.ratingConfirmsAt)),
    ...found(
      'ratingRejectsAt',
      problemOfRating(definition.ratingRejectsAt) ??
        (definition.ratingRejectsAt < definition.ratingConfirmsAt ? null : 'ratingOrder'),
    ),
    ...found('excludedResolutions', problemOfNames(definition.excludedResolutions)),
    ...found('excludedRequestTypes', problemOfNames(definition.excludedRequestTypes)),
    ...found('pausedStatuses', problemOfNames(pausedStatuses ?? [])),
    ...found('timeZone', isTimeZone(timeZone) ? null : 'noTimeZone'),
    ...(calendar === null ? [] : problemsOfCalendar(calendar)),
    ...found('settings', bytesOf(settings) > MAX_BYTES ? 'tooLong' : null),
  ];
}

function problemOfWindow(hours: number): SettingsProblem['what'] | null {
  if (!Number.isInteger(hours)) return 'notWhole';
  if (hours <= 0) return 'tooSmall';
  return hours > MAX_WINDOW_HOURS ? 'tooLarge' : null;
}

const problemOfRating = (rating: number): SettingsProblem['what'] | null =>
  rating >= 1 && rating <= 5 ? null : 'ratingRange';

function problemOfNames(names: readonly string[]): SettingsProblem['what'] | null {
  const trimmed = names.map((name) => name.trim());
  if (trimmed.length > MAX_NAMES) return 'tooManyNames';
  if (trimmed.some(({ length }) => length < 1 || length > MAX_NAME_LENGTH)) return 'nameLength';
  return new Set(trimmed).size === trimmed.length ? null : 'nameTwice';
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** As the app measures them: names without the blanks around them. */
function bytesOf(settings: MeasurementSettings): number {
  const { definition, pausedStatuses } = settings;
  const trimmed = (names: readonly string[]): string[] => names.map((name) => name.trim());
  const written = JSON.stringify({
    ...settings,
    definition: {
      ...definition,
      excludedResolutions: trimmed(definition.excludedResolutions),
      excludedRequestTypes: trimmed(definition.excludedRequestTypes),
    },
    pausedStatuses: pausedStatuses === null ? null : trimmed(pausedStatuses),
  });
  return new TextEncoder().encode(written).length;
}
