import { err, ok, type Result } from '../domain/app-error';
import type { OverrideOptions, ReadOverrideOptionsInput } from '../contract';
import type { Deps } from './deps';
import { mayOverride } from './may-override';

/** Whether the viewer may set the ticket's outcome by hand, and who may on its desk. */
export async function readOverrideOptions(
  { access, store }: Pick<Deps, 'store' | 'access'>,
  { issue }: ReadOverrideOptionsInput,
): Promise<Result<OverrideOptions>> {
  const asked = await access.readTicketRoles({ idOrKey: issue });
  if (!asked.ok) return asked;
  const { ticket, roles } = asked.value;
  const desk = await store.readDesk(ticket.desk.deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  return ok({ mayOverride: mayOverride(roles, desk), policy: desk.overridePolicy });
}
