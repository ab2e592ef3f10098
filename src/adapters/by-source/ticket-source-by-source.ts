import { ok } from '../../domain/app-error';
import { sourceOf } from '../../domain/timeline/source';
import type { DeskRef, TicketSource } from '../../ports/ticket-source';
import type { BySource } from './by-source';

/** Both kinds of desks as one source: nobody above knows which desk it is. */
export function createTicketSourceBySource(sources: BySource<TicketSource>): TicketSource {
  const of = ({ deskId }: DeskRef): TicketSource => sources[sourceOf(deskId)];
  return {
    async listDesks() {
      // Those of an instance are known without asking it; when Jira refuses, theirs go on all the same.
      const own = await sources.servicenow.listDesks();
      const jira = await sources.jira.listDesks();
      if (!jira.ok) return jira;
      return ok([...jira.value, ...(own.ok ? own.value : [])]);
    },
    countTickets: (desk) => of(desk).countTickets(desk),
    readPage: (desk, cursor) => of(desk).readPage(desk, cursor),
    readUpdatedPage: (desk, span, cursor) => of(desk).readUpdatedPage(desk, span, cursor),
    readSnapshots: (desk, ticketIds) => of(desk).readSnapshots(desk, ticketIds),
  };
}
