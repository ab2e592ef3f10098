import { readQuery } from '../project-page/place/read-query';
import type { PanelLocation } from '../shared/routing/panel-history';
import {
  COMPARED_DAYS,
  COMPARISON_COLUMNS,
  type ComparedDays,
  type ComparisonColumn,
} from './comparison/comparison-columns';

/** All desks beside each other. */
export interface ComparisonPlace {
  readonly page: 'comparison';
  readonly days: ComparedDays;
  /** Key of the desk that the others are held against; null: none. */
  readonly reference: string | null;
  readonly sort: ComparisonColumn;
  readonly order: 'ascending' | 'descending';
}

export type DeskPart = 'report' | 'settings' | 'ticket';

/** One desk of ServiceNow, which has no page of a project. */
export interface DeskPlace {
  readonly page: 'desk';
  readonly deskKey: string;
  readonly part: DeskPart;
  /** Within that part: a path of the report or of the settings; the ticket as calls name it. */
  readonly location: PanelLocation;
}

export type GlobalPlace = ComparisonPlace | DeskPlace;

const DESK = /^\/desks\/(sn-[A-Za-z0-9-]{1,61})(?:\/(settings|ticket)(?=\/|$))?(.*)$/;

/** Any address is a place: what it says wrongly is the comparison, or the default. */
export function parseGlobalPlace({ pathname, search }: PanelLocation): GlobalPlace {
  const [, deskKey, part, rest = ''] = DESK.exec(pathname) ?? [];
  if (deskKey !== undefined) {
    return {
      page: 'desk',
      deskKey,
      part: part === 'settings' || part === 'ticket' ? part : 'report',
      location: { pathname: rest === '' ? '/' : rest, search },
    };
  }
  const query = readQuery(search);
  return {
    page: 'comparison',
    days: query.oneOfNumbers('days', COMPARED_DAYS, 30),
    reference: query.text('reference'),
    sort: query.oneOf('sort', COMPARISON_COLUMNS, 'desk'),
    order: query.oneOf('order', ['ascending', 'descending'], 'ascending'),
  };
}

/** The address of the comparison: parsing it gives the place again. */
export function comparisonPath({ days, reference, sort, order }: ComparisonPlace): string {
  const query = new URLSearchParams({ days: String(days), sort, order });
  if (reference !== null) query.set('reference', reference);
  return `/?${query.toString()}`;
}

/** @param path - within the part, with its leading slash */
export const deskPath = (deskKey: string, part: DeskPart, path = '/'): string =>
  `/desks/${deskKey}${part === 'report' ? '' : `/${part}`}${path === '/' ? '' : path}`;
