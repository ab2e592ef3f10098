import { ok, type Result } from '../domain/app-error';
import type { Job } from '../ports/job-queue';
import type { Deps } from './deps';
import { newDesk } from './new-desk';

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
  for (const { deskId, backfill } of known.values()) {
    const isRead = backfill.status === 'done' || backfill.status === 'paused';
    if (!isRead) jobs.push({ kind: 'backfill-desk', deskId });
    jobs.push({ kind: 'refresh-desk', deskId });
  }
  await deps.queue.push(jobs);
  return listed.ok ? ok(known.size) : listed;
}
