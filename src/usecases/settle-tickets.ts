import { ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';
import { refreshSoon } from './refresh-soon';
import { rescoreTickets, type RescoreDeps } from './rescore-tickets';
import { tagSettled } from './tag-tickets';

/** More tickets at once are history being told: their tags wait for the hour, which remembers that it wrote them. */
const TAGGED_AT_ONCE = 25;

/** Writes what runs mean for their tickets. Safe to run twice; whatever it leaves, the hour does. */
export async function settleTickets(
  deps: RescoreDeps & Pick<Deps, 'tagger' | 'queue' | 'cache'>,
  { deskId, ticketIds }: { readonly deskId: string; readonly ticketIds: readonly string[] },
): Promise<Result<unknown>> {
  const desk = await deps.store.readDesk(deskId);
  if (desk === null) return ok('nothing-to-do');
  await rescoreTickets(deps, desk, ticketIds, { isForced: false });
  await refreshSoon(deps, deskId);
  return ticketIds.length <= TAGGED_AT_ONCE ? tagSettled(deps, ticketIds) : ok('settled');
}
