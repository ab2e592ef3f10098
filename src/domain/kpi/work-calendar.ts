/** Minutes since local midnight, half-open, within one day: `{ from: 540, to: 1020 }` is 9 to 17. */
export interface WorkHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The hours in which a desk works, on its own clock. */
export interface WorkCalendar {
  /** IANA zone, e.g. `Europe/Berlin`. */
  readonly timeZone: string;
  /** Seven lists, Monday first; sorted and not overlapping; an empty list is a day off. */
  readonly weeklyHours: readonly (readonly WorkHours[])[];
  /** Local days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}
