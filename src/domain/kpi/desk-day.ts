import { tz } from '@date-fns/tz';
import { addDays as addCalendarDays, format, parseISO, startOfDay } from 'date-fns';

import { deskDay, epochMs, type DeskDay, type EpochMs } from '../time';

/** The day that a desk's calendar shows at that moment. */
export const deskDayOf = (at: EpochMs, timeZone: string): DeskDay =>
  deskDay(format(at, 'yyyy-MM-dd', { in: tz(timeZone) }));

/** Days later, or earlier when negative. Calendar arithmetic: no clock change matters. */
export const addDays = (day: DeskDay, days: number): DeskDay =>
  deskDay(format(addCalendarDays(parseISO(day), days), 'yyyy-MM-dd'));

/** The moment at which the day begins on the desk's clock. */
export const startOfDeskDay = (day: DeskDay, timeZone: string): EpochMs =>
  epochMs(startOfDay(parseISO(day, { in: tz(timeZone) }), { in: tz(timeZone) }).getTime());
