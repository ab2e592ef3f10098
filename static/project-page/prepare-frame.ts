import type { ReportFrame } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareComputed, type ComputedView } from '../shared/prepare/computed';
import { dayIn } from './place/days';

/** What every tab says of its figures. */
export interface FrameView extends ComputedView {
  readonly clock: string;
  readonly definition: string;
  /** How far the history has been read, while it is not read to its end; null afterwards. */
  readonly history: string | null;
  /** 0..1 while history is being read and its size is known. */
  readonly historyProgress: number | null;
  /** That the period lacks a part of its tickets; null when it is complete. */
  readonly partial: string | null;
}

/** @param firstDay - of what is shown; null where no day is */
export function prepareFrame(
  frame: ReportFrame,
  firstDay: string | null,
  formats: Formats,
): FrameView {
  const { t } = formats;
  return {
    ...prepareComputed(frame, formats),
    clock: t('report.clock', { zone: frame.desk.timeZone }),
    definition: t('report.definition', { version: frame.definitionVersion }),
    history: historyOf(frame, formats),
    historyProgress: frame.backfill.status === 'running' ? shareRead(frame) : null,
    partial: partialOf(frame, firstDay, formats),
  };
}

/** The day on which a desk's calendar stands: that of its figures, or of now without any. */
export const deskToday = ({ computedAt, asOf, desk }: ReportFrame): string =>
  dayIn(computedAt ?? asOf, desk.timeZone);

/** How far the history has been read, while it is not read to its end; null afterwards. */
export function historyOf(
  { backfill }: Pick<ReportFrame, 'backfill'>,
  { t, percent }: Formats,
): string | null {
  const { status, ticketsDone, ticketsTotal } = backfill;
  if (status === 'none' || status === 'done') return null;
  if (status !== 'running') return t.plural(`queue.history.${status}`, ticketsDone);
  const share = shareRead({ backfill });
  if (ticketsTotal === null || share === null) {
    return t.plural('queue.history.running', ticketsDone);
  }
  return t.plural('queue.history.runningOf', ticketsTotal, {
    done: ticketsDone,
    share: percent(share),
  });
}

/** Tickets that arrive meanwhile never make it more than 1; null while the total is unknown. */
function shareRead({ backfill }: Pick<ReportFrame, 'backfill'>): number | null {
  const { ticketsDone, ticketsTotal } = backfill;
  return ticketsTotal === null || ticketsTotal === 0
    ? null
    : Math.min(1, ticketsDone / ticketsTotal);
}

/** That the days from this one on lack a part of their tickets; null when they are complete. */
export function partialOf(
  { completeFrom, desk, computedAt }: Pick<ReportFrame, 'completeFrom' | 'desk' | 'computedAt'>,
  firstDay: string | null,
  { t, date }: Formats,
): string | null {
  if (firstDay === null || computedAt === null) return null;
  if (completeFrom === null) return t('report.partialUnknown');
  const completeDay = dayIn(completeFrom, desk.timeZone);
  return completeDay > firstDay ? t('report.partial', { date: date(completeDay) }) : null;
}
