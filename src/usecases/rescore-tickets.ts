import type { DeskRow } from '../ports/score-store';
import { readContactsOf } from './contacts-of';
import type { Deps } from './deps';
import { judgeTicket } from './judge-ticket';
import { writeJudgements, type JudgedTicket } from './write-judgements';

export type RescoreDeps = Pick<Deps, 'store' | 'settings' | 'digest' | 'clock' | 'newMark'>;

const ATTEMPTS = 4;

/**
 * Judges stored tickets again: time has passed, the definition or the registry changed, a contact
 * came or went. Tickets that others change meanwhile are judged once more.
 *
 * @param isForced - rewrite all episodes, since what is written is in doubt
 */
export async function rescoreTickets(
  deps: RescoreDeps,
  desk: DeskRow,
  ticketIds: readonly string[],
  { isForced }: { readonly isForced: boolean },
): Promise<void> {
  let left = ticketIds;
  for (let attempt = 0; left.length > 0 && attempt < ATTEMPTS; attempt += 1) {
    left = await rescoreOnce(deps, desk, left, isForced || attempt > 0);
  }
}

async function rescoreOnce(
  deps: RescoreDeps,
  desk: DeskRow,
  ticketIds: readonly string[],
  isForced: boolean,
): Promise<readonly string[]> {
  const stored = (await deps.store.readTickets(ticketIds)).filter(
    ({ deletedAt }) => deletedAt === null,
  );
  const now = deps.clock.now();
  const { hasRepeatContact } = await readContactsOf(deps, desk, stored, now);
  const actors = await deps.settings.readRegistry();
  const judged = stored.map((each): JudgedTicket => ({
    stored: each,
    next: each,
    judgement: judgeTicket({ ...each, hasRepeatContact, desk, actors, now }, deps.digest),
  }));
  return writeJudgements(deps, desk, judged, { now, isForced });
}
