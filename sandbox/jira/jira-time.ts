import { tzOffset } from '@date-fns/tz';

/** As the platform API writes times: `2026-03-02T09:00:00.000+0000`. */
export const jiraTime = (atMs: number): string =>
  new Date(atMs).toISOString().replace('Z', '+0000');

const MINUTE_MS = 60_000;

/** As the service desk API writes times, in the asker's zone. */
export function serviceDeskDate(atMs: number, timeZone: string) {
  const offsetMinutes = tzOffset(timeZone, new Date(atMs));
  // The wall clock of the zone, as if it were UTC: formatting by library is ten times slower.
  const wall = new Date(atMs + offsetMinutes * MINUTE_MS);
  const text = wall.toISOString();
  const minutes = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(minutes / 60)}${twoDigits(minutes % 60)}`;
  const hour = wall.getUTCHours();
  const day = `${text.slice(8, 10)}/${MONTHS[wall.getUTCMonth()] ?? ''}/${text.slice(2, 4)}`;
  return {
    iso8601: `${text.slice(0, 19)}${offset}`,
    jira: `${text.slice(0, 23)}${offset}`,
    friendly: `${day} ${hour % 12 || 12}:${text.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`,
    epochMillis: atMs,
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const twoDigits = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** `4h 30m`; negative when overdue. */
export function serviceDeskDuration(millis: number) {
  const minutes = Math.floor(Math.abs(millis) / MINUTE_MS);
  const hours = Math.floor(minutes / 60);
  const text = hours === 0 ? `${minutes}m` : `${hours}h ${minutes % 60}m`;
  return { millis, friendly: millis < 0 ? `-${text}` : text };
}
