import type { DeskChoices, ReadDeskChoicesInput } from '../contract';
import { ok, type Result } from '../domain/app-error';
import { sourceOf } from '../domain/timeline/source';
import type { Deps } from './deps';

/** What the settings of a ServiceNow desk choose from. No statement. */
export async function readDeskChoices(
  deps: Pick<Deps, 'access' | 'connections'>,
  { project }: ReadDeskChoicesInput,
): Promise<Result<DeskChoices>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const isServiceNow = sourceOf(allowed.value.deskId) === 'servicenow';
  const connection = isServiceNow ? await deps.connections.read() : null;
  const { states = [], groups = [] } = connection?.mapping ?? {};
  return ok({
    states: [...new Set(states.map(({ label }) => label))],
    groups: groups.map(({ name }) => name),
  });
}
