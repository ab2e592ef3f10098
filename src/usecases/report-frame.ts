import type { ReportFrame } from '../contract';
import type { EpochMs } from '../domain/time';
import type { DeskRow } from '../ports/score-store';
import { deskLabel } from './desk-label';
import { iso, isoOrNull } from './wire-time';

/** The moment that a desk's figures are measured at: of the last refresh, or now before the first. */
export const measuredAt = ({ standing }: DeskRow, now: EpochMs): EpochMs => standing?.asOf ?? now;

/** Figures are complete from here; null until the history is read and what was read is in them. */
export function completeFrom({ standing, backfill }: DeskRow): EpochMs | null {
  const isComputed =
    backfill.status === 'done' &&
    backfill.finishedAt !== null &&
    standing !== null &&
    standing.asOf >= backfill.finishedAt;
  return isComputed ? backfill.completeFrom : null;
}

/** What every report says of itself. */
export const reportFrame = (desk: DeskRow, now: EpochMs): ReportFrame => ({
  desk: { ...deskLabel(desk), timeZone: desk.profile.timeZone },
  asOf: iso(now),
  computedAt: isoOrNull(desk.standing?.asOf ?? null),
  definitionVersion: desk.definitionVersion,
  completeFrom: isoOrNull(completeFrom(desk)),
  backfill: {
    status: desk.backfill.status,
    ticketsDone: desk.backfill.ticketsDone,
    ticketsTotal: desk.backfill.ticketsTotal,
    finishedAt: isoOrNull(desk.backfill.finishedAt),
  },
});
