import type { AdministeredDesk } from '../../src/contract';

/** Where a desk stands; `late` when an hourly computation is missing. */
export type DeskStanding =
  'fine' | 'reading' | 'waiting' | 'paused' | 'failed' | 'rescoring' | 'late';

const HOUR_MS = 3_600_000;
/** Computed every hour; a job may take its time. */
export const LATE_AFTER_MS = 2.5 * HOUR_MS;

export function standingOf(desk: AdministeredDesk, asOfMs: number): DeskStanding {
  const { backfill, computedAt, isRescoring } = desk;
  switch (backfill.status) {
    case 'failed':
      return 'failed';
    case 'paused':
      return 'paused';
    case 'running':
      return 'reading';
    case 'none':
      return 'waiting';
    case 'done':
      if (isRescoring) return 'rescoring';
      return computedAt === null || asOfMs - Date.parse(computedAt) > LATE_AFTER_MS
        ? 'late'
        : 'fine';
  }
}
