import { err, type Result } from '../domain/app-error';
import type { DeskRow } from '../ports/score-store';
import type { Deps } from './deps';

const ATTEMPTS = 8;

/** What somebody's decision makes of a desk as it is; or the answer, where it changes nothing. */
export type DeskStep<T> =
  { readonly next: DeskRow } | { readonly answer: Result<T>; readonly next?: undefined };

/**
 * A decision of somebody who administers a project, about its desk as it is when it is written: whoever
 * else decides meanwhile, it is made anew on what they left.
 *
 * @param step - the desk afterwards, with the records that are owed for it, its version aside
 * @param follow - what is left to do once the desk has taken it; given the desk as it is then
 */
export async function decideOnDesk<T>(
  { access, store }: Pick<Deps, 'access' | 'store'>,
  project: string,
  step: (desk: DeskRow) => DeskStep<T> | Promise<DeskStep<T>>,
  follow: (desk: DeskRow) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = await access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const desk = await store.readDesk(deskId);
    if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
    const decided = await step(desk);
    if (decided.next === undefined) return decided.answer;
    if ((await store.saveDesk(decided.next)) === 'conflict') continue;
    return follow({ ...decided.next, version: desk.version + 1 });
  }
  throw new Error(`Desk ${deskId} was changed by others ${ATTEMPTS} times in a row`);
}
