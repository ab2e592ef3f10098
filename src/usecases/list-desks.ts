import { ok, type Result } from '../domain/app-error';
import type { DeskChoice } from '../contract';
import type { Deps } from './deps';

/** The desks that are scored and that the viewer may see. */
export async function listDesks(
  deps: Pick<Deps, 'store' | 'access'>,
): Promise<Result<readonly DeskChoice[]>> {
  const viewable = await deps.access.listViewableDesks();
  if (!viewable.ok) return viewable;
  const scored = new Set((await deps.store.listDesks()).map(({ deskId }) => deskId));
  return ok(
    viewable.value
      .filter(({ deskId }) => scored.has(deskId))
      .map(({ key }) => ({ projectKey: key })),
  );
}
