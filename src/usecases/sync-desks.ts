import { ok, type Result } from '../domain/app-error';
import type { Job } from '../ports/job-queue';
import type { Deps } from './deps';
import { isStuck } from './feedback-state';
import { newDesk, SCORER_VERSION } from './new-desk';
import { updateDesk } from './update-desk';

/**
 * What an installation and every hour begin with: the schema is up to date, the site's service desks
 * are known, and each has a job for what is left to do.
 *
 * @returns the number of desks
 */
export async function syncDesks(deps: Deps): Promise<Result<number>> {
  await deps.store.migrate();
  const known = new Map((await deps.store.listDesks()).map((desk) => [desk.deskId, desk]));
  const listed = await deps.source.listDesks();
  const jobs: Job[] = [];
  for (const desk of listed.ok ? listed.value : []) {
    const stored = known.get(desk.deskId);
    if (stored?.key === desk.key) continue;
    const next =
      stored === undefined ? newDesk(desk, deps.clock.now()) : { ...stored, key: desk.key };
    await deps.store.saveDesk(next);
    known.set(desk.deskId, next);
  }
  for (const { deskId, scoredBy } of known.values()) {
    if (scoredBy < SCORER_VERSION) await judgeAgain(deps, deskId);
  }
  for (const { deskId, backfill } of known.values()) {
    const isRead = backfill.status === 'done' || backfill.status === 'paused';
    if (!isRead) jobs.push({ kind: 'backfill-desk', deskId });
    jobs.push({ kind: 'refresh-desk', deskId });
  }
  const feedback = await deps.store.readLatestFeedbackExport();
  if (feedback?.finishedAt === null && !isStuck(feedback, deps.clock.now())) {
    jobs.push({ kind: 'export-feedback', exportId: feedback.exportId });
  }
  await deps.queue.push(jobs);
  return listed.ok ? ok(known.size) : listed;
}

/** The app keeps more of a ticket than it did when the desk was scored: once, all is judged again. */
async function judgeAgain(deps: Deps, deskId: string): Promise<void> {
  await updateDesk(deps, deskId, (desk) =>
    desk.scoredBy < SCORER_VERSION
      ? {
          ...desk,
          scoredBy: SCORER_VERSION,
          rescore: { mark: deps.newMark(), after: '', writesAll: true },
        }
      : desk,
  );
}
