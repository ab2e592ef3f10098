import { ok, type Result } from '../domain/app-error';
import { DAY_MS, HOUR_MS, type EpochMs } from '../domain/time';
import type { StampPage } from '../ports/change-feed';
import type { FeedComparison } from '../ports/service-now-connections';
import type { StoredStamp } from '../ports/score-store';
import { hasTime, type Budget, type Deps } from './deps';
import { forgetDeleted } from './read-pushed';
import { takeInChanges } from './take-in-changes';

const TICKETS_AT_ONCE = 100;
/** A night apart; a little less than a day, so that it does not wander. */
const COMPARE_AFTER_MS = DAY_MS - HOUR_MS;

/** Is it time for the nightly comparison, or is one to be finished? */
export const isComparisonDue = (comparison: FeedComparison | null, now: EpochMs): boolean =>
  comparison === null ||
  comparison.finishedAt === null ||
  now - comparison.startedAt >= COMPARE_AFTER_MS;

/**
 * Compares every ticket with the desk by its stamp: reads those that differ, and forgets those that the
 * desk says were deleted. How far it got is stored after each page; a page that is compared twice finds
 * nothing the second time.
 */
export async function compareWithSource(
  deps: Deps,
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  if ((await deps.connections.read()) === null) return ok('nothing-to-do');
  const now = deps.clock.now();
  const before = (await deps.connections.readFeed()).comparison;
  if (!isComparisonDue(before, now)) return ok('nothing-to-do');
  let comparison: FeedComparison =
    before === null || before.finishedAt !== null
      ? { ...STARTED, startedAt: now, since: before?.startedAt ?? null }
      : before;

  while (hasTime(budget)) {
    const { after, since } = comparison;
    const listed = await deps.feed.listStamps(after);
    if (!listed.ok) return listed;
    const page = await comparePage(deps, { ...listed.value, after, since });
    if (!page.ok) return page;
    const { isLast, upTo, stamps } = listed.value;
    comparison = {
      ...comparison,
      after: upTo,
      compared: comparison.compared + stamps.length,
      repaired: comparison.repaired + page.value.repaired,
      deleted: comparison.deleted + page.value.deleted,
      finishedAt: isLast ? deps.clock.now() : null,
    };
    await deps.connections.saveComparison(comparison);
    if (isLast) return ok('done');
  }
  await deps.queue.push([{ kind: 'compare-with-source' }]);
  return ok('more');
}

const STARTED: Omit<FeedComparison, 'startedAt' | 'since'> = {
  finishedAt: null,
  after: null,
  compared: 0,
  repaired: 0,
  deleted: 0,
};

interface ComparedPage extends StampPage {
  readonly after: string | null;
  readonly since: EpochMs | null;
}

async function comparePage(
  deps: Deps,
  page: ComparedPage,
): Promise<Result<{ readonly repaired: number; readonly deleted: number }>> {
  const { deskIds, after, upTo } = page;
  const stored = await deps.store.listTicketStamps({ deskIds, after: after ?? '', upTo });
  const different = differences(page, stored);
  let repaired = 0;
  let deleted = 0;
  for (let i = 0; i < different.length; i += TICKETS_AT_ONCE) {
    const read = await deps.feed.readTickets(different.slice(i, i + TICKETS_AT_ONCE));
    if (!read.ok) return read;
    await takeInChanges(deps, read.value.snapshots);
    await forgetDeleted(
      deps,
      read.value.deleted,
      (ticketId) => stored.find((each) => each.ticketId === ticketId)?.deskId ?? null,
    );
    repaired += read.value.snapshots.length;
    deleted += read.value.deleted.length;
    for (const { ticketId, reason } of read.value.unreadable) {
      deps.log.warn('feed.ticket-unreadable', { ticketId, reason });
    }
  }
  return ok({ repaired, deleted });
}

/** Clocks differ, and changes show late: that much of the time before is looked at again. */
const LOOK_BACK_MS = HOUR_MS;

/**
 * Ids that one side has and the other has not, or has otherwise. What changed before the last comparison
 * was compared then: a change that concerns no timeline leaves our stamp behind for good.
 */
function differences(
  { stamps, since }: ComparedPage,
  stored: readonly StoredStamp[],
): readonly string[] {
  const known = new Map(stored.map((each) => [each.ticketId, each] as const));
  const listed = new Set(stamps.map(({ ticketId }) => ticketId));
  const changed = stamps.filter(({ ticketId, updatedAt, isInDesk }) => {
    const isRecent = since === null || updatedAt >= since - LOOK_BACK_MS;
    const ours = known.get(ticketId);
    return ours === undefined ? isInDesk || isRecent : isRecent && ours.historyUpTo !== updatedAt;
  });
  const gone = stored.filter(({ ticketId }) => !listed.has(ticketId));
  return [...changed, ...gone].map(({ ticketId }) => ticketId);
}
