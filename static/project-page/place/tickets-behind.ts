import type { CohortName, DayRange } from '../../../src/contract';
import type { SegmentChoice, TicketsPlace } from './place';

interface ClickedNumber {
  readonly cohort: CohortName;
  readonly count: number | null;
  readonly period: DayRange;
  readonly segment?: SegmentChoice;
}

/** The list of exactly the tickets that a number counts. */
export const ticketsBehind = ({
  cohort,
  count,
  period: { fromDay, toDay },
  segment,
}: ClickedNumber): TicketsPlace => ({
  tab: 'tickets',
  cohort,
  period: { fromDay, toDay },
  segment: segment ?? null,
  clicked: count,
  sort: 'decidedAt',
  order: 'descending',
  page: 0,
});
