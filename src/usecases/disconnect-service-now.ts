import type { DisconnectServiceNowInput } from '../contract';
import { ok, type Result } from '../domain/app-error';
import { durationMs, SECOND_MS } from '../domain/time';
import { auditAct, SITE } from './audit-act';
import type { Deps } from './deps';
import { updateDesk } from './update-desk';
import type { Viewer } from './viewer';

/** A page that is being read at this moment is written by then. */
const FORGET_AFTER_MS = durationMs(60 * SECOND_MS);

/**
 * Ends the connection: from the first statement on nobody can sign in. Its desks stay as they were last read, or
 * are deleted by jobs. Done twice it does the same once.
 */
export async function disconnectServiceNow(
  deps: Pick<
    Deps,
    'access' | 'connections' | 'secrets' | 'pushSecrets' | 'store' | 'queue' | 'clock' | 'digest'
  >,
  { deletesData }: DisconnectServiceNowInput,
  { accountId }: Viewer,
): Promise<Result<'done'>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const stored = await deps.connections.read();
  const desks = (await deps.store.listDesks()).filter(({ source }) => source === 'servicenow');
  if (stored !== null) {
    const { connectionId, origin } = stored;
    await deps.secrets.dropSecret(connectionId);
    await deps.pushSecrets.dropPushSecret(connectionId);
    await auditAct(deps, SITE, {
      action: 'servicenow-disconnected',
      detail: { accountId, connectionId, origin, deletesData },
    });
    await deps.connections.remove();
  }
  if (!deletesData || desks.length === 0) return ok('done');
  if (stored === null) {
    await auditAct(deps, SITE, {
      action: 'servicenow-data-deleted',
      detail: { accountId, desks: desks.map(({ key }) => key) },
    });
  }
  const deskIds = desks.map(({ deskId }) => deskId);
  for (const deskId of deskIds) {
    await updateDesk(deps, deskId, (desk) => ({
      ...desk,
      isLeaving: true,
      backfill: { ...desk.backfill, status: 'paused' },
    }));
  }
  await deps.queue.push(
    deskIds.map((deskId) => ({ kind: 'forget-desk' as const, deskId })),
    { delayMs: FORGET_AFTER_MS },
  );
  return ok('done');
}
