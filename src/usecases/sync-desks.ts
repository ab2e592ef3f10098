import { ok, type Result } from '../domain/app-error';
import type { Job } from '../ports/job-queue';
import type { DeskRow } from '../ports/score-store';
import type { SourceDesk } from '../ports/ticket-source';
import type { Deps } from './deps';
import { isStuck } from './feedback-state';
import { newDesk, SCORER_VERSION } from './new-desk';
import { isRead } from './service-now-desks';
import { updateDesk } from './update-desk';

/**
 * What an installation and every hour begin with: the schema is up to date, the site's service desks
 * are known, and each has a job for what is left to do.
 *
 * @returns the number of desks
 */
export async function syncDesks(deps: Deps): Promise<Result<number>> {
  await deps.store.migrate();
  const listed = await deps.source.listDesks();
  const known = await registerDesks(deps, listed.ok ? listed.value : []);
  const jobs: Job[] = [];
  const desks = [...known.values()];
  const connection = desks.some(({ source }) => source === 'servicenow')
    ? await deps.connections.read()
    : null;
  for (const { deskId, isLeaving } of desks) {
    if (isLeaving) jobs.push({ kind: 'forget-desk', deskId });
  }
  const read = desks.filter((desk) => isRead(desk, connection));
  for (const { deskId, scoredBy } of read) {
    if (scoredBy < SCORER_VERSION) await judgeAgain(deps, deskId);
  }
  for (const { deskId, backfill } of read) {
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

/**
 * Desks that are new are stored, those with another key or name get it.
 *
 * @returns all desks that are known, by id
 */
export async function registerDesks(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  desks: readonly SourceDesk[],
): Promise<ReadonlyMap<string, DeskRow>> {
  const known = new Map((await store.listDesks()).map((desk) => [desk.deskId, desk]));
  for (const desk of desks) {
    const { key, name = null } = desk;
    const stored = known.get(desk.deskId);
    if (stored?.key === key && stored.name === name) continue;
    const next = stored === undefined ? newDesk(desk, clock.now()) : { ...stored, key, name };
    await store.saveDesk(next);
    known.set(desk.deskId, next);
  }
  return known;
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
