import type { MeasurementSettings } from '../../src/contract';
import type { Formats } from '../shared/format/formats';

type Calendar = MeasurementSettings['calendar'];

const HOURS_OF_DAY = 24;
/** Of a time that is being typed. */
const UNSET = '…';

/** `168 h (7 days)`; hours alone below a day. */
export function windowWords(hours: number, { t, count }: Formats): string {
  const inHours = t('unit.hour', { amount: count(hours) });
  if (hours < HOURS_OF_DAY) return inHours;
  return t('settings.window.inWords', { hours: inHours, days: daysWords(hours, t) });
}

/** `7 days`, `1.5 days`. */
export function daysWords(hours: number, t: Formats['t']): string {
  return t.plural('common.periodDays', Math.round((hours / HOURS_OF_DAY) * 100) / 100);
}

export const namesWords = (names: readonly string[], { t, list }: Formats): string =>
  names.length === 0 ? t('settings.none') : list(names);

/** `Mon–Fri 09:00–17:00, Sat 10:00–14:00`: days in a row with the same hours are told together. */
export function weekWords(calendar: Calendar, formats: Formats): string {
  const { t, weekday } = formats;
  if (calendar === null) return t('settings.calendar.isOff');
  const groups: { first: number; last: number; hours: string }[] = [];
  calendar.weeklyHours.forEach((day, index) => {
    const hours = hoursWords(day, formats);
    const current = groups.at(-1);
    if (current?.hours === hours) current.last = index;
    else groups.push({ first: index, last: index, hours });
  });
  const worked = groups.filter(({ hours }) => hours !== '');
  if (worked.length === 0) return t('settings.calendar.noHours');
  return worked
    .map(({ first, last, hours }) => {
      const days = [...new Set([first, last])].map((day) => weekday(day, 'short'));
      return `${days.join('–')} ${hours}`;
    })
    .join(', ');
}

function hoursWords(
  day: NonNullable<Calendar>['weeklyHours'][number],
  { clockTime }: Formats,
): string {
  const words = (minute: number): string => (Number.isNaN(minute) ? UNSET : clockTime(minute));
  return day
    .map(({ fromMinute, toMinute }) => `${words(fromMinute)}–${words(toMinute)}`)
    .join(' + ');
}
