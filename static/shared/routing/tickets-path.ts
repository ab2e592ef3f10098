import type { CohortName, DayRange } from '../../../src/contract';

/** Where the project page lists exactly what a number counted. */
export const ticketsPath = (cohort: CohortName, { fromDay, toDay }: DayRange): string =>
  `/tickets?${new URLSearchParams({ cohort, from: fromDay, to: toDay }).toString()}`;
