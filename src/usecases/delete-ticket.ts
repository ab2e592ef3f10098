import { deskDay, epochMs, type EpochMs } from '../domain/time';
import type { Job } from '../ports/job-queue';
import { sourceOf } from '../domain/timeline/source';
import type { DeskRow, StoredTicket, TicketWrite } from '../ports/score-store';
import { appendAudit } from './append-audit';
import { affectedContacts } from './affected-contacts';
import { contactsFrom } from './contacts-of';
import type { Deps } from './deps';
import { EMPTY_TICKET } from './empty-ticket';
import { refreshSoon } from './refresh-soon';
import { openedDayOf } from './verdict-changes';

export interface Gone {
  readonly ticketId: string;
  readonly deskId: string;
  /** null when nobody says. */
  readonly openedAt: EpochMs | null;
  readonly at: EpochMs;
}

type DeleteDeps = Pick<Deps, 'store' | 'queue' | 'cache' | 'clock' | 'digest' | 'newMark'>;

const ATTEMPTS = 6;
const IDS_PER_JOB = 100;

/**
 * Forgets a ticket that the desk deleted: a tombstone stays, so that a late event cannot bring it
 * back, and its audit stays, without any fact of the ticket. Days on which it counted are rebuilt, and
 * tickets that it made a repeat contact of are judged again.
 */
export async function deleteTicket(deps: DeleteDeps, gone: Gone): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const { stored, contacts, desk } = await deps.store.readTicketContext({
      deskId: gone.deskId,
      ticketId: gone.ticketId,
      contactsFrom: contactsFrom(gone.openedAt ?? epochMs(0)),
    });
    const { store } = deps;
    const version = stored?.version ?? null;
    const tombstone = tombstoneOf(gone, stored);
    if (stored !== null && stored.deletedAt === null) {
      const openedDay = openedDayOf(stored.settledFacts);
      const days = [
        ...stored.settledVerdicts.map(({ day }) => day),
        ...(openedDay === null ? [] : [openedDay]),
      ];
      await store.deleteEpisodes(gone.ticketId);
      if (days.length > 0) await store.markDays(gone.deskId, days, deps.newMark());
      const ends = await appendAudit(deps, [
        {
          subject: gone.ticketId,
          after: stored,
          drafts: [...stored.owedAudit, { at: gone.at, action: 'ticket-deleted', detail: '{}' }],
        },
      ]);
      await rescoreAround(deps, desk, stored, contacts);
      const next = { ...tombstone.next, ...(ends.get(gone.ticketId) ?? {}) };
      if ((await store.saveTicket({ ...tombstone, next }, version)) === 'conflict') continue;
      if (days.length > 0) await refreshSoon(deps, gone.deskId);
      return;
    }
    if (stored !== null) return;
    await forgetLeftovers(deps, gone);
    if ((await store.saveTicket(tombstone, null)) === 'saved') return;
  }
  throw new Error('A deleted ticket was changed by others too many times in a row');
}

/** Bulk work writes the ticket last: one that died before that may have left its episodes. */
async function forgetLeftovers(deps: DeleteDeps, { ticketId, deskId }: Gone): Promise<void> {
  const days = await deps.store.listEpisodeDays(ticketId);
  if (days.length === 0) return;
  await deps.store.markDays(deskId, days, deps.newMark());
  await deps.store.deleteEpisodes(ticketId);
  await refreshSoon(deps, deskId);
}

async function rescoreAround(
  { queue }: DeleteDeps,
  desk: DeskRow | null,
  { ticket }: StoredTicket,
  contacts: Parameters<typeof affectedContacts>[1],
): Promise<void> {
  if (desk === null) return;
  const ticketIds = affectedContacts(ticket, contacts, desk.definition);
  const jobs: Job[] = [];
  for (let i = 0; i < ticketIds.length; i += IDS_PER_JOB) {
    const some = ticketIds.slice(i, i + IDS_PER_JOB);
    jobs.push({ kind: 'rescore-tickets', deskId: desk.deskId, ticketIds: some });
  }
  await queue.push(jobs);
}

function tombstoneOf({ ticketId, deskId, at }: Gone, stored: StoredTicket | null): TicketWrite {
  return {
    next: {
      ...EMPTY_TICKET,
      ticket: {
        id: ticketId,
        source: sourceOf(ticketId),
        desk: deskId,
        key: null,
        requestType: null,
        priority: null,
        requester: null,
        subject: [],
        openedAt: at,
        nativeResolvedAt: null,
      },
      version: (stored?.version ?? 0) + 1,
      isSettled: true,
      isTagged: true,
      auditSeq: stored?.auditSeq ?? 0,
      auditHash: stored?.auditHash ?? '',
      deletedAt: at,
    },
    facts: {
      openedDay: deskDay(''),
      contactKey: null,
      lastResolvedAt: null,
      isOpen: false,
      reopenMoves: 0,
    },
  };
}
