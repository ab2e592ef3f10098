import type { WorkCalendar } from '../kpi/work-calendar';
import type { Definition, DeskProfile } from './definition';

/** Everything a desk is measured by; published as a whole, as a version. */
export interface MeasurementSettings {
  readonly definition: Definition;
  readonly timeZone: string;
  /** On the desk's clock; null: business time is not measured. */
  readonly calendar: Omit<WorkCalendar, 'timeZone'> | null;
  readonly pausedStatuses: DeskProfile['pausedStatuses'];
}

interface Measured {
  readonly definition: Definition;
  readonly profile: DeskProfile;
}

export function settingsOf({ definition, profile }: Measured): MeasurementSettings {
  const { timeZone, calendar, pausedStatuses } = profile;
  if (calendar === null) return { definition, timeZone, calendar, pausedStatuses };
  const { weeklyHours, holidays } = calendar;
  return { definition, timeZone, calendar: { weeklyHours, holidays }, pausedStatuses };
}

/** The desk as these settings measure it. */
export function withSettings<D extends Measured>(desk: D, settings: MeasurementSettings): D {
  const { definition, timeZone, calendar, pausedStatuses } = settings;
  const profile: DeskProfile = {
    timeZone,
    calendar: calendar === null ? null : { ...calendar, timeZone },
    pausedStatuses,
  };
  return { ...desk, definition, profile };
}

/** Do they measure alike? The order of names does not matter. */
export const areSameSettings = (a: MeasurementSettings, b: MeasurementSettings): boolean =>
  canonical(a) === canonical(b);

function canonical({
  definition,
  timeZone,
  calendar,
  pausedStatuses,
}: MeasurementSettings): string {
  return JSON.stringify([
    definition.windowHours,
    definition.silenceCountsAsResolved,
    sorted(definition.excludedResolutions),
    sorted(definition.excludedRequestTypes),
    definition.ratingConfirmsAt,
    definition.ratingRejectsAt,
    definition.repeatContact,
    timeZone,
    calendar === null ? null : weekOf(calendar),
    calendar === null ? null : sorted(calendar.holidays),
    pausedStatuses === null ? null : sorted(pausedStatuses),
  ]);
}

const weekOf = ({ weeklyHours }: Pick<WorkCalendar, 'weeklyHours'>): unknown =>
  weeklyHours.map((day) => day.map(({ fromMinute, toMinute }) => [fromMinute, toMinute]));

const sorted = (names: readonly string[]): readonly string[] => [...names].sort();
