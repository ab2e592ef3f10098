import type { FeedbackExportState } from '../contract';
import { HOUR_MS, type EpochMs } from '../domain/time';
import type { FeedbackExportRow } from '../ports/score-store';
import { iso, isoOrNull } from './wire-time';

/** The hour goes on with an export that was cut off; one that two hours did not move will not move. */
const STUCK_AFTER_MS = 2.5 * HOUR_MS;

/** Whether an export that has not finished can still be expected to. */
export const isStuck = (
  { finishedAt, progressedAt }: Pick<FeedbackExportRow, 'finishedAt' | 'progressedAt'>,
  now: EpochMs,
): boolean => finishedAt === null && now - progressedAt > STUCK_AFTER_MS;

export const feedbackState = (row: FeedbackExportRow, now: EpochMs): FeedbackExportState => ({
  exportId: row.exportId,
  status: row.finishedAt === null ? 'running' : 'done',
  isStuck: isStuck(row, now),
  sinceLast: row.sinceLast,
  startedAt: iso(row.startedAt),
  finishedAt: isoOrNull(row.finishedAt),
  runs: row.lines,
  parts: row.partIds.length,
});
