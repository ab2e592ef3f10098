import type { FeedbackExportState, StartFeedbackExportInput } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { FeedbackExportRow, FeedbackWork } from '../ports/score-store';
import { auditAct, SITE } from './audit-act';
import type { Deps } from './deps';
import { feedbackState, isStuck } from './feedback-state';
import type { Viewer } from './viewer';

type StartDeps = Pick<Deps, 'access' | 'store' | 'queue' | 'digest' | 'clock' | 'newMark'>;

/**
 * Begins an export of labelled outcomes. One runs at a time: while one does, it is given another job,
 * in case that it has none, and told of instead.
 */
export async function startFeedbackExport(
  deps: StartDeps,
  { sinceLast }: StartFeedbackExportInput,
  { accountId }: Viewer,
): Promise<Result<FeedbackExportState>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const latest = await deps.store.readLatestFeedbackExport();
  if (latest !== null && latest.finishedAt === null && !isStuck(latest, now)) {
    return goOn(deps, latest, now);
  }
  const work = newExport(latest, { exportId: deps.newMark(), sinceLast, now });
  await auditAct(deps, SITE, {
    action: 'feedback-export-started',
    detail: { accountId, exportId: work.exportId, sinceLast },
  });
  if ((await deps.store.saveFeedbackWork(work)) === 'saved') return goOn(deps, work, now);
  // Somebody else was first at the same moment.
  const first = await deps.store.readLatestFeedbackExport();
  return goOn(deps, first ?? work, now);
}

async function goOn(
  { queue }: StartDeps,
  row: FeedbackExportRow,
  now: EpochMs,
): Promise<Result<FeedbackExportState>> {
  await queue.push([{ kind: 'export-feedback', exportId: row.exportId }]);
  return ok(feedbackState(row, now));
}

function newExport(
  latest: FeedbackExportRow | null,
  {
    exportId,
    sinceLast,
    now,
  }: { readonly exportId: string; readonly sinceLast: boolean; readonly now: EpochMs },
): FeedbackWork {
  const hasFinished = latest === null || latest.finishedAt !== null;
  return {
    exportId,
    exportNo: (latest?.exportNo ?? 0) + 1,
    version: 0,
    startedAt: now,
    progressedAt: now,
    finishedAt: null,
    sinceLast,
    ignored: hasFinished ? [] : [...latest.ignored, latest.exportId],
    after: null,
    lines: 0,
    partIds: [],
    untold: [],
    rest: '',
  };
}
