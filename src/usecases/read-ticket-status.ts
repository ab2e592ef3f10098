import { ok, type Result } from '../domain/app-error';
import type { Outcome } from '../domain/outcome/outcome';
import type { Deps } from './deps';

/** The outcome of a ticket's latest episode, as it was last written; null: not scored. One statement. */
export async function readTicketStatus(
  { access, store }: Pick<Deps, 'access' | 'store'>,
  { issue }: { readonly issue: string },
): Promise<Result<Outcome | null>> {
  const allowed = await access.canViewTicket({ idOrKey: issue });
  if (!allowed.ok) return allowed;
  const [latest] = await store.readLatestEpisodes([allowed.value.ticketId]);
  return ok(latest?.outcome ?? null);
}
