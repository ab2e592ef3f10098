import type { DeskScorecard } from '../../../src/contract';
import type { Formats } from '../format/formats';

/** When figures were computed. */
export interface ComputedView {
  readonly computed: string;
  /** null before the first computation. */
  readonly computedExact: string | null;
}

export function prepareComputed(
  { computedAt, asOf }: Pick<DeskScorecard, 'computedAt' | 'asOf'>,
  { t, ago, exactTime }: Formats,
): ComputedView {
  if (computedAt === null) return { computed: t('common.neverComputed'), computedExact: null };
  return {
    computed: t('common.computed', { ago: ago(computedAt, Date.parse(asOf)) }),
    computedExact: exactTime(computedAt),
  };
}
