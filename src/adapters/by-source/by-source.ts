import { sourceOf, type Source } from '../../domain/timeline/source';

/** The same port, of each kind of desk. */
export type BySource<T> = Readonly<Record<Source, T>>;

/** Splits items by where their tickets or desks live; kinds without any are left out. */
export function splitBySource<T>(
  items: readonly T[],
  idOf: (item: T) => string,
): readonly (readonly [Source, readonly T[]])[] {
  const kinds: readonly Source[] = ['jira', 'servicenow'];
  return kinds.flatMap((kind) => {
    const own = items.filter((item) => sourceOf(idOf(item)) === kind);
    return own.length === 0 ? [] : [[kind, own] as const];
  });
}
