import { ok } from '../../domain/app-error';
import { sourceOf } from '../../domain/timeline/source';
import type { TicketTagger } from '../../ports/ticket-tagger';
import { splitBySource, type BySource } from './by-source';

/** Tags each ticket where it lives. */
export function createTicketTaggerBySource(taggers: BySource<TicketTagger>): TicketTagger {
  return {
    tag: (ticketId, tag) => taggers[sourceOf(ticketId)].tag(ticketId, tag),

    async tagMany(tickets) {
      for (const [source, own] of splitBySource(tickets, ({ ticketId }) => ticketId)) {
        const tagged = await taggers[source].tagMany(own);
        if (!tagged.ok) return tagged;
      }
      return ok('tagged');
    },
  };
}
