import type { ComparedDesk } from '../../../src/contract';
import type { ComparisonPlace } from '../place';
import type { ComparisonColumn } from './comparison-columns';

/** Desks without data come last either way; equal ones stay in the order of their names. */
export function sortDesks(
  desks: readonly ComparedDesk[],
  { sort, order }: Pick<ComparisonPlace, 'sort' | 'order'>,
): readonly ComparedDesk[] {
  const sign = order === 'ascending' ? 1 : -1;
  const byName = (a: ComparedDesk, b: ComparedDesk): number =>
    a.desk.name.localeCompare(b.desk.name);
  if (sort === 'desk') return [...desks].sort((a, b) => sign * byName(a, b));
  return [...desks].sort((a, b) => {
    const [left, right] = [valueOf(a, sort), valueOf(b, sort)];
    if (left === right) return byName(a, b);
    if (left === null || right === null) return left === null ? 1 : -1;
    return sign * (left - right);
  });
}

/** What a column compares by; null without data. */
function valueOf(
  { score, open }: ComparedDesk,
  column: Exclude<ComparisonColumn, 'desk'>,
): number | null {
  if (column === 'open') return open.tickets;
  if (score === null) return null;
  switch (column) {
    case 'episodes':
      return score.episodes;
    case 'mttr-ai':
      return score.timeToResolve.ai?.meanMs ?? null;
    case 'mttr-human':
      return score.timeToResolve.human?.meanMs ?? null;
    default:
      return score.rates[column]?.value ?? null;
  }
}
