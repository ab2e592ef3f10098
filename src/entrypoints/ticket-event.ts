import type { Deps } from '../usecases/deps';
import { recordTicketEvent } from '../usecases/record-ticket-event';
import { retryFor } from './retry';

/** A product event of an issue or a comment. */
export const createTicketEventHandler =
  (deps: Deps) =>
  async (payload: unknown): Promise<unknown> => {
    const recorded = await recordTicketEvent(deps, payload);
    if (recorded.ok) return undefined;
    const { error } = recorded;
    deps.log.warn('ticket-event.refused', {
      reason: error.kind,
      issues: 'issues' in error ? error.issues.join('; ') : null,
    });
    return retryFor(error) ?? undefined;
  };
