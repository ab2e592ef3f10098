import type { TicketList } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export const PAGE_SIZE = 50;

export interface PagerView {
  /** "51–100 of 311". */
  readonly text: string;
  /** The first is 0; null on it. */
  readonly previous: number | null;
  /** null on the last. */
  readonly next: number | null;
}

/** @param page - that is asked for, which the list may not show yet */
export function preparePager(
  { offset, rows, total }: Pick<TicketList, 'offset' | 'rows' | 'total'>,
  page: number,
  { t }: Formats,
): PagerView {
  const pages = Math.ceil(total / PAGE_SIZE);
  return {
    text: t('report.list.page', {
      first: Math.min(offset + 1, total),
      last: Math.min(offset + rows.length, total),
      total,
    }),
    // An old address can lie behind the end of a list that got shorter.
    previous: page > 0 ? Math.max(0, Math.min(page, pages) - 1) : null,
    next: page + 1 < pages ? page + 1 : null,
  };
}
