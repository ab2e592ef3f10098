import { ok, type Result } from '../domain/app-error';
import type { DeskChoice } from '../contract';
import type { DeskRow } from '../ports/score-store';
import type { Deps } from './deps';
import { deskLabel } from './desk-label';

/** The desks that are scored and that the viewer may see: Jira's first, each kind by name. */
export async function listDesks(
  deps: Pick<Deps, 'store' | 'access'>,
): Promise<Result<readonly DeskChoice[]>> {
  const desks = await viewableDesks(deps);
  if (!desks.ok) return desks;
  return ok(
    desks.value.map((desk) => {
      const { key, name, source } = deskLabel(desk);
      return { projectKey: key, name, source };
    }),
  );
}

/** The same as they are stored: one statement. */
export async function viewableDesks({
  access,
  store,
}: Pick<Deps, 'store' | 'access'>): Promise<Result<readonly DeskRow[]>> {
  const viewable = await access.readViewableDesks();
  if (!viewable.ok) return viewable;
  const desks = await store.listDesks();
  return ok(desks.filter(({ deskId }) => viewable.value.includes(deskId)).sort(byKindThenName));
}

const byKindThenName = (a: DeskRow, b: DeskRow): number =>
  a.source === b.source
    ? deskLabel(a).name.localeCompare(deskLabel(b).name, 'en')
    : a.source === 'jira'
      ? -1
      : 1;
