import { ok, type AppError, type Result } from '../domain/app-error';
import type { FeedPage } from '../ports/change-feed';
import type { FeedState } from '../ports/service-now-connections';
import { hasTime, type Budget, type Deps } from './deps';
import { takeInChanges } from './take-in-changes';

/**
 * Reads what changed on a connected instance since the last time, some minutes of it again, since
 * changes may show late. The place is stored after each page: work that is cut off or runs twice reads
 * a page again at worst. One request when nothing changed.
 *
 * @returns the number of tickets that were read
 */
export async function followChanges(
  deps: Deps,
  budget: Budget,
): Promise<Result<{ readonly tickets: number; readonly isDone: boolean }>> {
  let cursor: string | null = null;
  let tickets = 0;
  let state = await deps.connections.readFeed();
  do {
    if (!hasTime(budget)) return ok({ tickets, isDone: false });
    const page = await deps.feed.readChanges(state, cursor);
    if (!page.ok) {
      // Our own pace is no trouble: the next poll goes on.
      if (isOwnPace(page.error)) return ok({ tickets, isDone: false });
      await deps.connections.saveFeed(failed(state, page.error, deps));
      return page;
    }
    for (const { ticketId, reason } of page.value.unreadable) {
      deps.log.warn('feed.ticket-unreadable', { ticketId, reason });
    }
    await takeInChanges(deps, page.value.snapshots);
    state = advanced(state, page.value, deps);
    await deps.connections.saveFeed(state);
    tickets += page.value.snapshots.length;
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  return ok({ tickets, isDone: true });
}

const isOwnPace = (error: AppError): boolean =>
  error.kind === 'source-unavailable' && error.rateLimitReason === 'own-allowance';

function advanced(state: FeedState, page: FeedPage, { clock }: Pick<Deps, 'clock'>): FeedState {
  const now = clock.now();
  return {
    ...state,
    ...page.next,
    polledAt: now,
    changedAt: page.snapshots.length > 0 ? now : state.changedAt,
    problem: null,
    clockAheadMs: page.clockAheadMs ?? state.clockAheadMs,
  };
}

const failed = (state: FeedState, error: AppError, { clock }: Pick<Deps, 'clock'>): FeedState => ({
  ...state,
  problem: {
    at: clock.now(),
    reason: error.kind === 'source-refused' ? `${error.kind}:${error.refusal}` : error.kind,
    subject: subjectOf(error),
  },
});

function subjectOf(error: AppError): string | null {
  if (error.kind === 'source-refused') return error.subject;
  return error.kind === 'source-malformed' ? (error.issues[0] ?? null) : null;
}
