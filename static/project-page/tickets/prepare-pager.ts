import type { TicketList } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export const PAGE_SIZE = 50;

export interface PagerView {
  /** "51–100 of 311". */
  readonly text: string;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

export function preparePager(
  { offset, rows, total }: Pick<TicketList, 'offset' | 'rows' | 'total'>,
  { t }: Formats,
): PagerView {
  return {
    text: t('report.list.page', {
      first: Math.min(offset + 1, total),
      last: offset + rows.length,
      total,
    }),
    hasPrevious: offset > 0,
    hasNext: offset + rows.length < total,
  };
}
