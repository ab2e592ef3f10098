import type { Result } from '../domain/app-error';
import type { ReadTicketVerdictInput, TicketVerdict } from '../contract';
import type { Deps } from './deps';
import { tellTicketVerdict, type TellDeps } from './tell-ticket-verdict';

/** What became of a ticket and how we know: judged from its stored timeline as it stands now. */
export async function readTicketVerdict(
  deps: TellDeps & Pick<Deps, 'access'>,
  { issue }: ReadTicketVerdictInput,
): Promise<Result<TicketVerdict>> {
  const allowed = await deps.access.canViewTicket({ idOrKey: issue });
  return allowed.ok ? tellTicketVerdict(deps, allowed.value) : allowed;
}
