export const MINUTES_OF_DAY = 1_440;
const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** `HH:MM` of a minute of the day; midnight at the end of a day is `00:00`, as browsers write it. */
export function clockTimeOf(minute: number): string {
  const inDay = minute % MINUTES_OF_DAY;
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}`;
}

/** NaN when it is no time, such as a field that was left empty. */
export function minuteOf(clockTime: string): number {
  const [, hours, minutes] = CLOCK_TIME.exec(clockTime) ?? [];
  return hours === undefined ? NaN : Number(hours) * 60 + Number(minutes);
}

/** As `minuteOf`, where `00:00` is the end of the day and not its beginning. */
export const endMinuteOf = (clockTime: string): number => minuteOf(clockTime) || endOf(clockTime);

const endOf = (clockTime: string): number => (clockTime === '00:00' ? MINUTES_OF_DAY : NaN);
