import type { AdministeredDesk } from '../../src/contract';
import type { Formats } from '../shared/format/formats';

/** 0..1 of a history that is read; null when the desk will not say how many tickets it has. */
export function historyShare({ ticketsDone, ticketsTotal }: AdministeredDesk['backfill']) {
  if (ticketsTotal === null || ticketsTotal === 0) return null;
  return Math.min(1, ticketsDone / ticketsTotal);
}

/** `64 %`, else how many tickets. */
export function progressWords(
  backfill: AdministeredDesk['backfill'],
  { t, percent }: Formats,
): string {
  const share = historyShare(backfill);
  return share === null ? t.plural('admin.history.tickets', backfill.ticketsDone) : percent(share);
}
