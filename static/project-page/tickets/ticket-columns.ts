import type { TicketSort } from '../../../src/contract';

export type TicketColumn =
  | 'ticket'
  | 'status'
  | 'outcome'
  | 'decidedAt'
  | 'openedAt'
  | 'resolvedAt'
  | 'timeToResolve'
  | 'requestType'
  | 'priority'
  | 'agent'
  | 'confidence';

/** In the order in which they stand; whether a list can be sorted by them. */
export const TICKET_COLUMNS: readonly { readonly key: TicketColumn; readonly isNumber?: true }[] = [
  { key: 'ticket' },
  { key: 'status' },
  { key: 'outcome' },
  { key: 'decidedAt' },
  { key: 'openedAt' },
  { key: 'resolvedAt' },
  { key: 'timeToResolve', isNumber: true },
  { key: 'requestType' },
  { key: 'priority' },
  { key: 'agent' },
  { key: 'confidence', isNumber: true },
];

const SORTS: Readonly<Record<TicketSort, true>> = {
  decidedAt: true,
  openedAt: true,
  resolvedAt: true,
  timeToResolve: true,
  outcome: true,
  requestType: true,
  confidence: true,
};
export const TICKET_SORTS = Object.keys(SORTS) as readonly TicketSort[];

export const isTicketSort = (column: string): column is TicketSort => column in SORTS;
