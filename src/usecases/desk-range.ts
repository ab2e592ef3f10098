import type { DayRange as ChosenRange } from '../contract';
import { deskDay } from '../domain/time';
import type { DayRange } from '../ports/score-store';

/** Days that somebody chose are days on the desk's clock. */
export const deskRange = ({ fromDay, toDay }: ChosenRange): DayRange => ({
  fromDay: deskDay(fromDay),
  toDay: deskDay(toDay),
});
