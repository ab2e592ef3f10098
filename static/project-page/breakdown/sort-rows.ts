import type { SegmentScore } from '../../../src/contract';
import type { SortOrder } from '../place/place';
import type { BreakdownSort } from './breakdown-columns';

interface Sortable extends SegmentScore {
  /** How the row is called. */
  readonly words: string;
}

/** Rows without data come last either way; equal rows are in the order of their names. */
export function sortRows<Row extends Sortable>(
  rows: readonly Row[],
  sort: BreakdownSort,
  order: SortOrder,
): readonly Row[] {
  const sign = order === 'ascending' ? 1 : -1;
  const byName = (a: Row, b: Row): number => a.words.localeCompare(b.words);
  if (sort === 'segment') return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [left, right] = [weights(a, sort), weights(b, sort)];
    if (left === null || right === null) {
      return left === right ? byName(a, b) : left === null ? 1 : -1;
    }
    const decisive = left.findIndex((value, index) => value !== right[index]);
    if (decisive < 0) return byName(a, b);
    return sign * ((left[decisive] ?? 0) - (right[decisive] ?? 0));
  });
}

/** What rows are compared by, first difference first; null without data. */
function weights(score: SegmentScore, sort: BreakdownSort): readonly number[] | null {
  switch (sort) {
    case 'segment':
      return null;
    case 'hurts': {
      const { reversal, containmentGap } = score.rates;
      // Those that came back are among those that the AI kept without a lasting answer.
      if (containmentGap === null) return null;
      return [containmentGap.numerator, reversal?.numerator ?? 0];
    }
    case 'episodes':
      return [score.episodes];
    case 'mttr-ai':
      return meanOf(score, 'ai');
    case 'mttr-human':
      return meanOf(score, 'human');
    default: {
      const rate = score.rates[sort];
      return rate === null ? null : [rate.value, rate.denominator];
    }
  }
}

function meanOf({ timeToResolve }: SegmentScore, name: 'ai' | 'human'): readonly number[] | null {
  const time = timeToResolve[name];
  return time === null ? null : [time.meanMs];
}
