import { ok, type Result } from '../domain/app-error';
import { HOUR_MS } from '../domain/time';
import { isComparisonDue } from './compare-with-source';
import type { Budget, Deps } from './deps';
import { followChanges } from './follow-changes';
import { metered } from './metered';

/**
 * What five minutes ask for: what changed on the connected instance, and once a night the comparison of
 * everything. Without a connection this is one read of our own settings, and nobody is asked.
 */
export async function pollInstance(
  deps: Deps,
  budget: Budget,
): Promise<Result<'polled' | 'not-connected'>> {
  if ((await deps.connections.read()) === null) return ok('not-connected');
  const followed = await metered(deps, 'follow-changes', () => followChanges(deps, budget));
  if (!followed.ok) return followed;
  await startComparison(deps);
  return ok('polled');
}

/** After all desks have read their past: until then everything would be found to be missing. */
async function startComparison({ connections, clock, store, queue }: Deps): Promise<void> {
  const { comparison } = await connections.readFeed();
  const now = clock.now();
  const isUnderWay = comparison?.finishedAt === null && now - comparison.startedAt < HOUR_MS;
  if (!isComparisonDue(comparison, now) || isUnderWay) return;
  const desks = (await store.listDesks()).filter(({ source }) => source === 'servicenow');
  if (desks.length === 0 || desks.some(({ backfill }) => backfill.status !== 'done')) return;
  await queue.push([{ kind: 'compare-with-source' }]);
}
