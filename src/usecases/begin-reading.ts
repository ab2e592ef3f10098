import type { Job } from '../ports/job-queue';
import type { ServiceNowConnection } from '../ports/service-now-connections';
import { serviceNowDeskId } from '../ports/service-now-connections';
import type { Deps } from './deps';
import { readAgain } from './read-again';
import { mappedDesks } from './service-now-desks';
import { registerDesks } from './sync-desks';
import { updateDesk } from './update-desk';

export type BeginDeps = Pick<Deps, 'store' | 'source' | 'queue' | 'clock' | 'log'>;

/**
 * Gives each desk of a connection its place and its jobs; the hour does whatever of it is lost.
 *
 * @param isAnew - desks that were known are read from the start
 */
export async function beginReading(
  deps: BeginDeps,
  connection: ServiceNowConnection,
  { isAnew }: { readonly isAnew: boolean },
): Promise<void> {
  const listed = await deps.source.listDesks();
  if (!listed.ok) deps.log.warn('servicenow.desks-not-listed', { reason: listed.error.kind });
  const known = await registerDesks(deps, listed.ok ? listed.value : []);
  const deskIds = mappedDesks(connection)
    .map(({ deskKey }) => serviceNowDeskId(deskKey))
    .filter((deskId) => known.has(deskId));
  // Somebody connects again what was about to be deleted: what is left of it is read anew.
  const leaving = deskIds.filter((deskId) => known.get(deskId)?.isLeaving === true);
  for (const deskId of leaving) {
    await updateDesk(deps, deskId, (desk) => ({ ...desk, isLeaving: false }));
  }
  await readAgain(deps, isAnew ? deskIds : leaving);
  await deps.queue.push(
    deskIds.flatMap((deskId): readonly Job[] => [
      { kind: 'backfill-desk', deskId },
      { kind: 'refresh-desk', deskId },
    ]),
  );
}
