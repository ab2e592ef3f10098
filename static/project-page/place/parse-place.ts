import type { CohortName } from '../../../src/contract';
import {
  BREAKDOWN_DIMENSIONS,
  COHORTS,
  DEFAULT_PERIOD_DAYS,
  MAX_LIST_OFFSET,
  PERIOD_DAYS,
  TICKET_SORTS,
  TREND_DAYS,
} from '../../../src/contract/catalogue';
import type { PanelLocation } from '../../shared/routing/panel-history';
import { BREAKDOWN_SORTS } from '../breakdown/breakdown-columns';
import { areComparable } from '../compare/presets';
import { PAGE_SIZE } from '../tickets/prepare-pager';
import { MEASURES } from '../../shared/prepare/measures';
import type { ComparePlace, Place, SegmentChoice, TicketsPlace } from './place';
import { readQuery, type QueryReader } from './read-query';

const ORDERS = ['descending', 'ascending'] as const;

/** Any address is a place: what it leaves open or says wrongly is the default. */
export function parsePlace({ pathname, search }: PanelLocation): Place {
  const query = readQuery(search);
  switch (pathname.replace(/\/+$/, '')) {
    case '/trends':
      return {
        tab: 'trends',
        days: query.oneOfNumbers('days', TREND_DAYS, 90),
        by: query.oneOf('by', ['day', 'week'], 'week'),
        measure: query.oneOf('kpi', MEASURES, 'aiResolution'),
      };
    case '/breakdown':
      return {
        tab: 'breakdown',
        days: query.oneOfNumbers('days', PERIOD_DAYS, DEFAULT_PERIOD_DAYS),
        dimension: query.oneOf('dim', BREAKDOWN_DIMENSIONS, 'request-type'),
        sort: query.oneOf('sort', BREAKDOWN_SORTS, 'hurts'),
        order: query.oneOf('order', ORDERS, 'descending'),
      };
    case '/tickets':
      return ticketsPlace(query);
    case '/compare':
      return comparePlace(query);
    default:
      return {
        tab: 'overview',
        days: query.oneOfNumbers('days', PERIOD_DAYS, DEFAULT_PERIOD_DAYS),
      };
  }
}

function ticketsPlace(query: QueryReader): TicketsPlace {
  return {
    tab: 'tickets',
    cohort: query.oneOf('cohort', Object.keys(COHORTS) as CohortName[], 'all'),
    period: query.range('from', 'to'),
    segment: segmentOf(query),
    clicked: query.count('n'),
    sort: query.oneOf('sort', TICKET_SORTS, 'decidedAt'),
    order: query.oneOf('order', ORDERS, 'descending'),
    page: query.count('page', MAX_LIST_OFFSET / PAGE_SIZE) ?? 0,
  };
}

function segmentOf(query: QueryReader): SegmentChoice | null {
  const dimension = BREAKDOWN_DIMENSIONS.find((each) => each === query.text('dim'));
  if (dimension === undefined) return null;
  const value = query.text('value');
  return { dimension, value, label: value === null ? null : query.text('label') };
}

function comparePlace(query: QueryReader): ComparePlace {
  const earlier = query.range('from', 'to');
  const later = query.range('from2', 'to2');
  const periods = earlier === null || later === null ? null : { earlier, later };
  return { tab: 'compare', periods: periods !== null && areComparable(periods) ? periods : null };
}
