import { ok, type Result } from '../domain/app-error';
import { isFinished } from '../domain/escalation/hand-off-step';
import { durationMs, epochMs, MINUTE_MS, SECOND_MS } from '../domain/time';
import type { HandOffRow } from '../ports/score-store';
import { carryOutHandOff, type CarryOutDeps } from './carry-out-hand-off';
import { decideHandOff, type HandOffCase } from './decide-hand-off';

/** Longer than any step may take; whoever died holds a hand-off up for this long. */
export const LEASE_MS = durationMs(5 * MINUTE_MS);

export type HandedOff = 'handed-off' | 'called-off' | 'waiting' | 'busy' | 'nothing-to-do';

/**
 * Hands the present episode of a ticket to people, if its policy says so, and goes on with hand-offs
 * of the ticket that are not finished. Safe to run twice, at once, and after a crash anywhere: the row
 * says how far it got, a lease keeps two workers apart, and each step finds what was done before.
 */
export async function handOffTicket(
  deps: CarryOutDeps,
  { deskId, ticketId }: { readonly deskId: string; readonly ticketId: string },
): Promise<Result<HandedOff>> {
  const known = await readCase(deps, deskId, ticketId);
  if (known === null) return ok('nothing-to-do');
  const unfinished = known.handOffs.filter(({ step }) => !isFinished(step));
  const decided = known.stored.deletedAt === null ? decideHandOff(known, deps.digest) : null;
  let result: HandedOff = 'nothing-to-do';
  for (const row of decided === null ? unfinished : [...unfinished, decided]) {
    result = await work(deps, known, row);
  }
  return ok(result);
}

async function work(deps: CarryOutDeps, known: HandOffCase, row: HandOffRow): Promise<HandedOff> {
  const now = deps.clock.now();
  const { deskId, ticketId, leasedUntil, problem } = row;
  if (leasedUntil !== null && leasedUntil > now) {
    // A job of its own waits for what was refused. Whoever works on it may have died: look again.
    if (problem === null) {
      const delayMs = durationMs(leasedUntil - now + SECOND_MS);
      await deps.queue.push([{ kind: 'hand-off', deskId, ticketId }], { delayMs });
    }
    return 'busy';
  }
  const taken = { ...row, attempts: row.attempts + 1, leasedUntil: epochMs(now + LEASE_MS) };
  if ((await deps.store.saveHandOff(taken)) === 'conflict') return 'busy';
  return carryOutHandOff(deps, known, { ...taken, version: row.version + 1 });
}

/** null: the ticket or its desk is not known. Three statements. */
async function readCase(
  { store, settings }: CarryOutDeps,
  deskId: string,
  ticketId: string,
): Promise<HandOffCase | null> {
  const desk = await store.readDesk(deskId);
  const [stored] = await store.readTickets([ticketId]);
  if (desk === null || stored === undefined) return null;
  const { runs, handOffs } = await store.readAttemptsOfTickets([ticketId]);
  return {
    desk,
    stored,
    handOffs: handOffs.get(ticketId) ?? [],
    runs: runs.get(ticketId) ?? [],
    actors: await settings.readRegistry(),
  };
}
