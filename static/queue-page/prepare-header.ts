import type { DeskScorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { TEXTS } from '../shared/texts';

export interface HeaderView {
  readonly title: string;
  readonly computed: string;
  /** null before the first computation. */
  readonly computedExact: string | null;
  readonly range: string;
  readonly history: string;
  /** 0..1 while history is being read and its size is known. */
  readonly historyProgress: number | null;
  readonly needsAttention: boolean;
  readonly definition: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function prepareHeader(desk: DeskScorecard, formats: Formats): HeaderView {
  const { computedAt, period, backfill } = desk;
  return {
    title: `${desk.desk.key} · ${TEXTS.appTitle}`,
    computed:
      computedAt === null
        ? TEXTS.neverComputed
        : TEXTS.computed(formats.ago(computedAt, Date.parse(desk.asOf))),
    computedExact: computedAt === null ? null : formats.exactTime(computedAt),
    range: formats.dayRange(period.fromDay, dayBefore(period.toDay)),
    history: historyOf(desk, formats),
    historyProgress: backfill.status === 'running' ? shareRead(desk) : null,
    needsAttention: backfill.status === 'failed' || backfill.status === 'paused',
    definition: TEXTS.definition(
      formats.count(desk.definitionVersion),
      formats.duration(desk.definition.windowHours * HOUR_MS),
    ),
  };
}

function historyOf(desk: DeskScorecard, formats: Formats): string {
  const { status, ticketsDone, ticketsTotal } = desk.backfill;
  const done = formats.count(ticketsDone);
  if (status === 'running') {
    const share = shareRead(desk);
    return TEXTS.backfillRunning(
      done,
      ticketsTotal === null ? null : formats.count(ticketsTotal),
      share === null ? null : formats.percent(share),
    );
  }
  if (status === 'paused') return TEXTS.backfillPaused(done);
  if (status === 'failed') return TEXTS.backfillFailed(done);
  return desk.completeFrom === null
    ? TEXTS.noHistory
    : TEXTS.completeFrom(formats.date(desk.completeFrom));
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
