import { ok, type Result } from '../domain/app-error';
import type { TaggedTicket } from '../ports/ticket-tagger';
import { hasTime, type Budget, type Deps } from './deps';
import { tagOfEpisode } from './judge-ticket';

const TICKETS_PER_WRITE = 100;

/** Writes the tags that bulk work left to write, a hundred tickets in two requests. */
export async function tagTickets(
  deps: Pick<Deps, 'store' | 'settings' | 'tagger' | 'log'>,
  deskId: string,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  const actors = await deps.settings.readRegistry();
  while (hasTime(budget)) {
    const untagged = await deps.store.listUntaggedTickets(deskId, TICKETS_PER_WRITE);
    if (untagged.length === 0) return ok('done');
    const episodes = await deps.store.readLatestEpisodes(untagged.map(({ ticketId }) => ticketId));
    const tickets = episodes.map((row): TaggedTicket => ({
      ticketId: row.ticketId,
      tag: tagOfEpisode(row, actors),
    }));
    const tagged = await deps.tagger.tagMany(tickets);
    if (!tagged.ok) return tagged;
    await deps.store.markTagged(untagged);
  }
  return ok('more');
}
