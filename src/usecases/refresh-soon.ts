import { durationMs, MINUTE_MS } from '../domain/time';
import type { Deps } from './deps';

/** How long changes are gathered before figures follow them. */
export const REFRESH_AFTER_MS = durationMs(5 * MINUTE_MS);

/**
 * Days were marked: has the desk's figures computed within five minutes. All changes until then are in
 * the same job, so a busy desk has at most twelve jobs an hour, whatever the number of its events.
 * When the job is due is kept in the cache. Losing that costs a job too many; losing the job costs
 * freshness until the hour strikes.
 */
export async function refreshSoon(
  { cache, clock, queue }: Pick<Deps, 'cache' | 'clock' | 'queue'>,
  deskId: string,
): Promise<void> {
  const key = `refresh-due:${deskId}`;
  const now = clock.now();
  const dueAt = await cache.get(key);
  // A job that has not begun will see the marks.
  if (typeof dueAt === 'number' && dueAt > now && dueAt <= now + REFRESH_AFTER_MS) return;
  await queue.push([{ kind: 'refresh-rollups', deskId }], { delayMs: REFRESH_AFTER_MS });
  await cache.set(key, now + REFRESH_AFTER_MS);
}
