import type {
  BreakdownDimension,
  CohortName,
  DayRange,
  PeriodDays,
  TicketSort,
  TrendDays,
} from '../../../src/contract';
import type { MeasureName } from '../../shared/prepare/measures';
import type { BreakdownSort } from '../breakdown/breakdown-columns';
import type { TwoPeriods } from '../compare/presets';

export type SortOrder = 'ascending' | 'descending';

/** A part of a desk's episodes. */
export interface SegmentChoice {
  readonly dimension: BreakdownDimension;
  /** null: the tickets that have none. */
  readonly value: string | null;
  /** How people call it; null where the value says it. */
  readonly label: string | null;
}

export interface OverviewPlace {
  readonly tab: 'overview';
  readonly days: PeriodDays;
}

export interface TrendsPlace {
  readonly tab: 'trends';
  readonly days: TrendDays;
  readonly by: 'day' | 'week';
  readonly measure: MeasureName;
}

export interface BreakdownPlace {
  readonly tab: 'breakdown';
  readonly days: PeriodDays;
  readonly dimension: BreakdownDimension;
  readonly sort: BreakdownSort;
  readonly order: SortOrder;
}

export interface TicketsPlace {
  readonly tab: 'tickets';
  readonly cohort: CohortName;
  /** null: the desk's last 30 days, as the answer tells them. */
  readonly period: DayRange | null;
  readonly segment: SegmentChoice | null;
  /** The number that somebody clicked to get here; null when none was. */
  readonly clicked: number | null;
  readonly sort: TicketSort;
  readonly order: SortOrder;
  /** The first is 0. */
  readonly page: number;
}

export interface ComparePlace {
  readonly tab: 'compare';
  /** null: the desk's last 30 days and those before, as the answer tells them. */
  readonly periods: TwoPeriods | null;
}

/** Where one is on the page, with everything that was chosen there. */
export type Place = OverviewPlace | TrendsPlace | BreakdownPlace | TicketsPlace | ComparePlace;
export type TabName = Place['tab'];

export const TABS: readonly TabName[] = ['overview', 'trends', 'breakdown', 'tickets', 'compare'];
