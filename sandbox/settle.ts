import { askApp } from './ask-app';
import type { LiveWorld } from './live-world';
import type { World } from './world';

const MINUTE_MS = 60_000;
const PATIENCE_MIN = 30;

/**
 * Lets time pass until the app has read and computed every desk.
 *
 * @param accountId - somebody who may see every desk
 * @param otherDesks - keys of desks that are no projects of the site
 */
export async function settle(
  { host, site }: World,
  live: LiveWorld,
  accountId: string,
  otherDesks: readonly string[] = [],
): Promise<void> {
  const projects = site.reading.listProjects(accountId).map(({ key }) => key);
  const desks = [...projects, ...otherDesks];
  for (let minute = 0; minute < PATIENCE_MIN; minute += 1) {
    await live.jumpMs(MINUTE_MS);
    const cards = await Promise.all(
      desks.map((project) =>
        askApp(host, 'readDeskScorecard', { project, periodDays: 30 }, accountId),
      ),
    );
    const areReady = cards.every(
      ({ computedAt, backfill: { finishedAt } }) =>
        computedAt !== null && finishedAt !== null && computedAt >= finishedAt,
    );
    if (areReady) return;
  }
  throw new Error(`The app has not read the desks after ${PATIENCE_MIN} simulated minutes`);
}
