import { startOfDeskDay } from '../domain/kpi/desk-day';
import { epochMs } from '../domain/time';
import type { PreviewRow, TicketSpan } from '../ports/score-store';
import { periodEndingAt } from './period-ending-at';

type Asked = Pick<PreviewRow, 'deskId' | 'asOf' | 'periodDays' | 'current' | 'draft'>;

/**
 * The tickets that can have an episode or an opening in the period of either side. An episode's day is
 * that of its resolution, of something earlier in an episode that is still open, or of its opening:
 * so whatever was resolved before, and is not open, has none.
 */
export function spanOfPreview(preview: Asked): TicketSpan {
  const starts = [preview.current, preview.draft].map(({ settings }) => {
    const { fromDay } = periodEndingAt(preview.asOf, preview.periodDays, settings);
    return startOfDeskDay(fromDay, settings.timeZone);
  });
  return { deskId: preview.deskId, since: epochMs(Math.min(...starts)), upTo: preview.asOf };
}
