import { ok, type Result } from '../domain/app-error';
import type { TaggedTicket, TicketTagger } from '../ports/ticket-tagger';
import { hasTime, type Budget, type Deps } from './deps';
import { tagOfEpisode } from './judge-ticket';

const TICKETS_PER_WRITE = 100;
const TICKETS_AT_ONCE = 500;

/** Writes the tags that bulk work left to write, a hundred tickets in two requests. */
export async function tagTickets(
  deps: Pick<Deps, 'store' | 'settings' | 'tagger' | 'log'>,
  deskId: string,
  budget: Budget,
): Promise<Result<{ readonly isDone: boolean; readonly tickets: number }>> {
  let written = 0;
  const actors = await deps.settings.readRegistry();
  while (hasTime(budget)) {
    const untagged = await deps.store.listUntaggedTickets(deskId, TICKETS_AT_ONCE);
    if (untagged.length === 0) return ok({ isDone: true, tickets: written });
    const episodes = await deps.store.readLatestEpisodes(untagged.map(({ ticketId }) => ticketId));
    const tickets = episodes.map((row): TaggedTicket => ({
      ticketId: row.ticketId,
      tag: tagOfEpisode(row, actors),
    }));
    for (let i = 0; i < tickets.length; i += TICKETS_PER_WRITE) {
      const tagged = await tagAll(deps.tagger, tickets.slice(i, i + TICKETS_PER_WRITE));
      if (!tagged.ok) return tagged;
    }
    await deps.store.markTagged(untagged);
    written += untagged.length;
  }
  return ok({ isDone: false, tickets: written });
}

/** Writes the tags of these tickets, if they are settled and not tagged yet. Three statements. */
export async function tagSettled(
  { store, settings, tagger }: Pick<Deps, 'store' | 'settings' | 'tagger'>,
  ticketIds: readonly string[],
): Promise<Result<unknown>> {
  const untagged = (await store.readTickets(ticketIds))
    .filter(({ isTagged, isSettled, deletedAt }) => !isTagged && isSettled && deletedAt === null)
    .map(({ ticket, version }) => ({ ticketId: ticket.id, version }));
  if (untagged.length === 0) return ok('tagged');
  const actors = await settings.readRegistry();
  const episodes = await store.readLatestEpisodes(untagged.map(({ ticketId }) => ticketId));
  const tagged = await tagAll(
    tagger,
    episodes.map((row) => ({ ticketId: row.ticketId, tag: tagOfEpisode(row, actors) })),
  );
  if (tagged.ok) await store.markTagged(untagged);
  return tagged;
}

/** All at once; one by one when one of them is gone, so that it does not keep the others waiting. */
async function tagAll(
  tagger: TicketTagger,
  tickets: readonly TaggedTicket[],
): Promise<Result<unknown>> {
  const atOnce = await tagger.tagMany(tickets);
  if (atOnce.ok || atOnce.error.kind !== 'not-found-or-not-permitted') return atOnce;
  for (const { ticketId, tag } of tickets) {
    const tagged = await tagger.tag(ticketId, tag);
    if (!tagged.ok) return tagged;
  }
  return ok('tagged');
}
