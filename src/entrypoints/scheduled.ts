import type { Budget, Deps } from '../usecases/deps';
import { metered } from '../usecases/metered';
import { pollInstance } from '../usecases/poll-instance';
import { syncDesks } from '../usecases/sync-desks';

/** The hour strikes, or the app was installed: every desk gets its jobs. */
export const createSyncHandler =
  (deps: Deps) => async (): Promise<{ readonly statusCode: 204 }> => {
    const synced = await metered(deps, 'sync-desks', () => syncDesks(deps));
    if (!synced.ok) deps.log.warn('sync.desks-unreadable', { reason: synced.error.kind });
    return { statusCode: 204 };
  };

/** Five minutes have passed: a connected instance is asked what changed. */
export const createPollHandler =
  (deps: Deps, budget: Budget) => async (): Promise<{ readonly statusCode: 204 }> => {
    const polled = await pollInstance(deps, budget);
    if (!polled.ok) deps.log.warn('poll.refused', { reason: polled.error.kind });
    return { statusCode: 204 };
  };
