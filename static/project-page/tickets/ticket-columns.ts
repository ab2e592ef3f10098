import { TICKET_SORTS, type TicketSort } from '../../../src/contract/catalogue';

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

export const isTicketSort = (column: string): column is TicketSort =>
  TICKET_SORTS.some((sort) => sort === column);
