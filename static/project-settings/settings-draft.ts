import type { MeasurementSettings } from '../../src/contract';
import { clockTimeOf, endMinuteOf, minuteOf } from './clock-time';

/** From and to as `HH:MM`; empty while nobody has filled it in. An end of `00:00` is midnight. */
export interface SpanDraft {
  readonly from: string;
  readonly to: string;
}

/** Settings as a form holds them: what is switched off is kept, in case it is switched on again. */
export interface SettingsDraft {
  /** As it was typed. */
  readonly windowHours: string;
  readonly silenceCountsAsResolved: boolean;
  readonly ratingConfirmsAt: number;
  readonly ratingRejectsAt: number;
  readonly repeatContact: MeasurementSettings['definition']['repeatContact'];
  readonly excludedResolutions: readonly string[];
  readonly excludedRequestTypes: readonly string[];
  readonly hasOwnPausedStatuses: boolean;
  readonly pausedStatuses: readonly string[];
  readonly timeZone: string;
  readonly hasCalendar: boolean;
  /** Seven days, Monday first. */
  readonly week: readonly (readonly SpanDraft[])[];
  /** Days as `YYYY-MM-DD`, in order. */
  readonly holidays: readonly string[];
}

/** What a day begins with when it gets hours. */
export const WORKING_DAY: SpanDraft = { from: '09:00', to: '17:00' };
const FIRST_WEEK = Array.from({ length: 7 }, (_, day) => (day < 5 ? [WORKING_DAY] : []));

export function draftOf(settings: MeasurementSettings): SettingsDraft {
  const { definition, timeZone, calendar, pausedStatuses } = settings;
  return {
    ...definition,
    windowHours: String(definition.windowHours),
    hasOwnPausedStatuses: pausedStatuses !== null,
    pausedStatuses: pausedStatuses ?? [],
    timeZone,
    hasCalendar: calendar !== null,
    week:
      calendar?.weeklyHours.map((day) =>
        day.map(({ fromMinute, toMinute }) => ({
          from: clockTimeOf(fromMinute),
          to: clockTimeOf(toMinute),
        })),
      ) ?? FIRST_WEEK,
    holidays: calendar?.holidays ?? [],
  };
}

/** What the draft says, as the app takes it. A number that is none is NaN: `validateSettings` finds it. */
export function settingsOf(draft: SettingsDraft): MeasurementSettings {
  return {
    definition: {
      windowHours: /^\s*\d+\s*$/.test(draft.windowHours) ? Number(draft.windowHours) : NaN,
      silenceCountsAsResolved: draft.silenceCountsAsResolved,
      excludedResolutions: [...draft.excludedResolutions],
      excludedRequestTypes: [...draft.excludedRequestTypes],
      ratingConfirmsAt: draft.ratingConfirmsAt,
      ratingRejectsAt: draft.ratingRejectsAt,
      repeatContact: draft.repeatContact,
    },
    timeZone: draft.timeZone,
    calendar: draft.hasCalendar
      ? { weeklyHours: draft.week.map(hoursOf), holidays: [...draft.holidays] }
      : null,
    pausedStatuses: draft.hasOwnPausedStatuses ? [...draft.pausedStatuses] : null,
  };
}

const hoursOf = (
  day: readonly SpanDraft[],
): { readonly fromMinute: number; readonly toMinute: number }[] =>
  day.map(({ from, to }) => ({ fromMinute: minuteOf(from), toMinute: endMinuteOf(to) }));
