import { err, ok, type Result } from '../domain/app-error';
import type { DeskRow } from '../ports/score-store';
import type { Deps } from './deps';

/** The desk as it is stored, for somebody who may browse it; else one refusal, whatever the reason. */
export async function viewableDesk(
  { access, store }: Pick<Deps, 'access' | 'store'>,
  project: string,
): Promise<Result<DeskRow>> {
  const allowed = await access.canViewDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const desk = await store.readDesk(allowed.value.deskId);
  return desk === null ? err({ kind: 'not-found-or-not-permitted' }) : ok(desk);
}
