import type { EpochMs } from '../domain/time';
import type { DeskRow, StoredTicket } from '../ports/score-store';
import { contactsFrom } from './contacts-of';
import type { Deps } from './deps';
import { judgeTicket, repeatContactTestOf } from './judge-ticket';
import { settleTicket } from './settle-ticket';
import { changesOf, isNothing } from './verdict-changes';

const ATTEMPTS = 6;

export type RecordDeps = Pick<
  Deps,
  'store' | 'settings' | 'tagger' | 'queue' | 'cache' | 'clock' | 'digest' | 'log' | 'newMark'
>;

export interface Change {
  readonly deskId: string;
  readonly ticketId: string;
  readonly openedAt: EpochMs;
  /** What people call the ticket; null or left out: not told. Runs that name a new one are joined to it. */
  readonly ticketKey?: string | null;
  /** The ticket after the change, its version aside; null when it changes nothing. */
  readonly next: (stored: StoredTicket | null, now: EpochMs) => StoredTicket | null;
  /** Asked when the desk is not known; null: the change concerns none. */
  readonly registerDesk: () => Promise<DeskRow | null>;
}

/**
 * Writes one change of one ticket with all that follows from it. Somebody else's change meanwhile is
 * taken in, and this one made on top of it.
 */
export async function recordChange(
  deps: RecordDeps,
  change: Change,
): Promise<'recorded' | 'known-already'> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const recorded = await tryRecording(deps, change);
    if (recorded !== 'conflict') return recorded;
  }
  throw new Error('A ticket was changed by others too many times in a row');
}

async function tryRecording(
  deps: RecordDeps,
  change: Change,
): Promise<'recorded' | 'known-already' | 'conflict'> {
  const { store, clock, settings, digest } = deps;
  const { deskId, ticketId, openedAt, ticketKey = null } = change;
  const context = await store.readTicketContext({
    deskId,
    ticketId,
    ticketKey,
    contactsFrom: contactsFrom(openedAt),
  });
  const now = clock.now();
  const next = change.next(context.stored, now);
  if (next === null) return 'known-already';
  const desk = context.desk ?? (await change.registerDesk());
  if (desk === null) return 'known-already';

  const actors = await settings.readRegistry();
  const hasRepeatContact = repeatContactTestOf(next.ticket, context.contacts, desk, now);
  const judgement = judgeTicket({ ...next, desk, actors, now, hasRepeatContact }, digest);
  const changes = changesOf(context.stored, judgement, {
    now,
    desk,
    isForced: context.stored?.isSettled === false,
  });
  const isQuiet = isNothing(changes) && next.isTagged && next.owedAudit.length === 0;
  const saved: StoredTicket = {
    ...next,
    version: (context.stored?.version ?? 0) + 1,
    isSettled: isQuiet,
  };
  const result = await store.saveTicket(
    { next: saved, facts: judgement.facts },
    context.stored?.version ?? null,
  );
  if (result === 'conflict') return 'conflict';
  if (!isQuiet) await settleTicket(deps, desk, saved, judgement, changes);
  if (context.stored === null && context.unmatchedRuns > 0) {
    await deps.queue.push([{ kind: 'match-runs', deskId, ticketIds: [ticketId] }]);
  }
  return 'recorded';
}
