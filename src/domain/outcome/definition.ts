import type { WorkCalendar } from '../kpi/work-calendar';

/** The versioned settings that the rules of section 4 read. */
export interface Definition {
  /** How long a resolution must hold before it counts; hours, > 0. */
  readonly windowHours: number;
  readonly silenceCountsAsResolved: boolean;
  readonly excludedResolutions: readonly string[];
  readonly excludedRequestTypes: readonly string[];
  /** A rating at or above this confirms; 1..5. */
  readonly ratingConfirmsAt: number;
  /** A rating at or below this rejects; 1..5. */
  readonly ratingRejectsAt: number;
  readonly repeatContact: 'off' | 'similar' | 'any';
}

export const DEFAULT_DEFINITION: Definition = {
  windowHours: 168,
  silenceCountsAsResolved: false,
  excludedResolutions: ['Duplicate', 'Cancelled', 'Declined', "Won't Do"],
  excludedRequestTypes: [],
  ratingConfirmsAt: 4,
  ratingRejectsAt: 2,
  repeatContact: 'similar',
};

/** What a desk is measured by besides the rules: its clock, its week and its waiting states. */
export interface DeskProfile {
  /** IANA zone; days of a desk are days in it. */
  readonly timeZone: string;
  /** null: business time is not measured. */
  readonly calendar: WorkCalendar | null;
  /** Statuses that wait for the requester, by name; null: those that the source says. */
  readonly pausedStatuses: readonly string[] | null;
}
