import type { DeskScorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareSummary } from '../shared/prepare/summary';
import { prepareComputed, type ComputedView } from '../shared/prepare/computed';

export interface HeaderView extends ComputedView {
  /** The period in one sentence; null before the first computation. */
  readonly summary: string | null;
  readonly range: string;
  /** Whose days those are. */
  readonly zone: string;
  readonly history: string;
  /** 0..1 while history is being read and its size is known. */
  readonly historyProgress: number | null;
  readonly needsAttention: boolean;
  readonly definition: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function prepareHeader(desk: DeskScorecard, formats: Formats): HeaderView {
  const { period, backfill } = desk;
  const { t } = formats;
  return {
    summary: desk.computedAt === null ? null : prepareSummary(desk.score, t),
    ...prepareComputed(desk, formats),
    range: formats.dayRange(period.fromDay, dayBefore(period.toDay)),
    zone: t('queue.zone', { zone: desk.desk.timeZone }),
    history: historyOf(desk, formats),
    historyProgress: backfill.status === 'running' ? shareRead(desk) : null,
    needsAttention: backfill.status === 'failed' || backfill.status === 'paused' || isPartial(desk),
    definition: t('queue.definition', {
      version: desk.definitionVersion,
      window: formats.duration(desk.definition.windowHours * HOUR_MS),
    }),
  };
}

function historyOf(desk: DeskScorecard, { t, percent, date }: Formats): string {
  const { status, ticketsDone, ticketsTotal } = desk.backfill;
  if (status === 'running') {
    const share = shareRead(desk);
    if (ticketsTotal === null || share === null) {
      return t.plural('queue.history.running', ticketsDone);
    }
    return t.plural('queue.history.runningOf', ticketsTotal, {
      done: ticketsDone,
      share: percent(share),
    });
  }
  if (status === 'paused' || status === 'failed') {
    return t.plural(`queue.history.${status}`, ticketsDone);
  }
  if (desk.completeFrom === null) return t('queue.history.none');
  return t(isPartial(desk) ? 'queue.history.partial' : 'queue.history.completeFrom', {
    date: date(desk.completeFrom),
  });
}

/** The history begins after the period does. */
function isPartial({ completeFrom, period, desk }: DeskScorecard): boolean {
  if (completeFrom === null) return false;
  // Swedish writes days as the contract does.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: desk.timeZone });
  return days.format(new Date(completeFrom)) > period.fromDay;
}

/** 0..1; null while the total is unknown. Tickets that arrive meanwhile never make it more. */
function shareRead({ backfill }: DeskScorecard): number | null {
  const { ticketsDone, ticketsTotal } = backfill;
  if (ticketsTotal === null || ticketsTotal === 0) return null;
  return Math.min(1, ticketsDone / ticketsTotal);
}

/** The contract's end is outside of the period; people read the last day that is inside. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
