import type { EpochMs } from '../domain/time';
import type { DeskRow, StoredTicket, TicketWrite } from '../ports/score-store';
import { appendAudit } from './append-audit';
import type { Deps } from './deps';
import type { Judgement } from './judge-ticket';
import { changesOf, isNothing, type VerdictChanges } from './verdict-changes';

/** A ticket to be written in bulk. */
export interface JudgedTicket {
  /** As it is stored; null for a new one. */
  readonly stored: StoredTicket | null;
  /** As it should be, verdicts and version aside. */
  readonly next: StoredTicket;
  readonly judgement: Judgement;
}

interface Pending extends JudgedTicket {
  readonly changes: VerdictChanges;
}

/**
 * Writes many tickets with their verdicts in few statements. What is derived is written first and
 * the ticket last: until then nothing says that the work is done, and doing it again gives the same.
 * Tickets that others write meanwhile are left to them; they are flagged unsettled, so that their
 * episodes are written again.
 *
 * Tags are not written here: tickets whose tag changed wait for `tagTickets`.
 *
 * @param isForced - rewrite all episodes, since what is written is in doubt
 * @returns ids of the tickets that others were writing
 */
export async function writeJudgements(
  deps: Pick<Deps, 'store' | 'digest' | 'newMark'>,
  desk: DeskRow,
  judged: readonly JudgedTicket[],
  { now, isForced }: { readonly now: EpochMs; readonly isForced: boolean },
): Promise<readonly string[]> {
  const { store } = deps;
  const pending = judged
    .map((each): Pending => ({
      ...each,
      changes: changesOf(each.stored, each.judgement, {
        now,
        desk,
        // What a ticket that is not settled has written is in doubt.
        isForced: isForced || each.stored?.isSettled === false,
      }),
    }))
    .filter(
      ({ stored, next, judgement, changes }) =>
        !isNothing(changes) ||
        isNew(stored, next) ||
        // A renamed agent changes nothing but the tags.
        stored?.tagFingerprint !== judgement.tagFingerprint,
    );
  if (pending.length === 0) return [];

  const existing = pending.filter(({ stored, changes }) => stored !== null && !isNothing(changes));
  if (existing.length > 0) await store.unsettleTickets(existing.map(({ next }) => next.ticket.id));
  const days = pending.flatMap(({ changes }) => changes.days);
  if (days.length > 0) await store.markDays(desk.deskId, days, deps.newMark());
  await store.putEpisodes(pending.flatMap(({ changes }) => changes.rows));
  await store.dropEpisodes(
    pending.flatMap(({ stored, next, changes: { dropFrom } }) =>
      dropFrom === null || stored === null
        ? []
        : [{ ticketId: next.ticket.id, fromOrdinal: dropFrom }],
    ),
  );
  const ends = await appendAudit(
    deps,
    pending
      .map(({ next, changes }) => ({
        subject: next.ticket.id,
        after: next,
        drafts: [...next.owedAudit, ...changes.audit],
      }))
      .filter(({ drafts }) => drafts.length > 0),
  );
  const refused = await store.saveTickets(
    pending.map(({ stored, next, judgement }): TicketWrite => ({
      next: {
        ...next,
        ...(ends.get(next.ticket.id) ?? {}),
        owedAudit: [],
        version: (stored?.version ?? 0) + 1,
        isSettled: true,
        isTagged:
          stored !== null && stored.isTagged && stored.tagFingerprint === judgement.tagFingerprint,
        settledVerdicts: judgement.settledVerdicts,
        settledFacts: judgement.factsFingerprint,
        tagFingerprint: judgement.tagFingerprint,
      },
      facts: judgement.facts,
    })),
  );
  if (refused.length > 0) await store.unsettleTickets(refused);
  return refused;
}

/** Is there anything to keep besides the verdicts: events, facts, how far the history is known? */
function isNew(stored: StoredTicket | null, next: StoredTicket): boolean {
  if (stored === null) return true;
  return (
    stored.needsSnapshot !== next.needsSnapshot ||
    !stored.isSettled ||
    JSON.stringify([stored.ticket, stored.events]) !== JSON.stringify([next.ticket, next.events])
  );
}
