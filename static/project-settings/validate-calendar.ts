import type { MeasurementSettings } from '../../src/contract';
import { MINUTES_OF_DAY } from './clock-time';
import type { SettingsProblem } from './validate-settings';

type Calendar = NonNullable<MeasurementSettings['calendar']>;
type Hours = Calendar['weeklyHours'][number];

/** Of a day. */
export const MAX_SPANS = 6;
const MAX_HOLIDAYS = 400;

export const problemsOfCalendar = ({
  weeklyHours,
  holidays,
}: Calendar): readonly SettingsProblem[] => [
  ...weeklyHours.flatMap((hours, day) => {
    const what = problemOfDay(hours);
    return what === null ? [] : [{ field: 'weeklyHours' as const, what, day }];
  }),
  ...problemOfHolidays(holidays),
];

function problemOfDay(hours: Hours): SettingsProblem['what'] | null {
  if (hours.length > MAX_SPANS) return 'tooManySpans';
  const isComplete = hours.every(({ fromMinute, toMinute }) =>
    [fromMinute, toMinute].every(
      (minute) => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_OF_DAY,
    ),
  );
  if (!isComplete) return 'incomplete';
  if (hours.some(({ fromMinute, toMinute }) => fromMinute >= toMinute)) return 'backwards';
  const isInOrder = hours.every(
    ({ fromMinute }, index) => fromMinute >= (hours[index - 1]?.toMinute ?? 0),
  );
  return isInOrder ? null : 'overlap';
}

function problemOfHolidays(holidays: readonly string[]): readonly SettingsProblem[] {
  const what =
    holidays.length > MAX_HOLIDAYS ? 'tooManyDays' : holidays.every(isDay) ? null : 'noDay';
  return what === null ? [] : [{ field: 'holidays', what, day: null }];
}

/** A day that the calendar has: no 30 February. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}
