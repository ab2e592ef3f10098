import { startOfDeskDay } from '../domain/kpi/desk-day';
import { withSettings, type MeasurementSettings } from '../domain/outcome/measurement-settings';
import { epochMs } from '../domain/time';
import type { DeskRow, PreviewRow, TicketSpan } from '../ports/score-store';
import { periodEndingAt } from './period-ending-at';

type Asked = Pick<PreviewRow, 'asOf' | 'periodDays' | 'current' | 'draft'>;

/**
 * The tickets that can have an episode or an opening in the period of either side. An episode's day is
 * that of its resolution, of something earlier in an episode that is still open, or of its opening:
 * so whatever was resolved before, and is not open, has none.
 */
export function spanOfPreview(desk: DeskRow, preview: Asked): TicketSpan {
  const starts = [preview.current, preview.draft].map(({ settings }) => {
    const { fromDay } = periodOfSide(desk, settings, preview);
    return startOfDeskDay(fromDay, settings.timeZone);
  });
  return { deskId: desk.deskId, since: epochMs(Math.min(...starts)), upTo: preview.asOf };
}

/** The days on the clock of these settings. */
export const periodOfSide = (
  desk: DeskRow,
  settings: MeasurementSettings,
  { asOf, periodDays }: Pick<PreviewRow, 'asOf' | 'periodDays'>,
) => periodEndingAt(asOf, periodDays, withSettings(desk, settings));
