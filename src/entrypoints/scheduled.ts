import type { Deps } from '../usecases/deps';
import { metered } from '../usecases/metered';
import { syncDesks } from '../usecases/sync-desks';

/** The hour strikes, or the app was installed: every desk gets its jobs. */
export const createSyncHandler =
  (deps: Deps) => async (): Promise<{ readonly statusCode: 204 }> => {
    const synced = await metered(deps, 'sync-desks', () => syncDesks(deps));
    if (!synced.ok) deps.log.warn('sync.desks-unreadable', { reason: synced.error.kind });
    return { statusCode: 204 };
  };
