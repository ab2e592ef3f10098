import type { ComparedDesk, DeskComparison, Rate } from '../../../../src/contract';
import { wilson } from '../../../../src/contract/catalogue';
import { DEFAULT_DEFINITION } from '../../../../src/domain/outcome/definition';
import { aFrame, aSegmentScore } from '../project-page/builders';

export const rateOf = (numerator: number, denominator: number): Rate => {
  const rate = wilson(numerator, denominator);
  if (rate === null) throw new Error('A rate has a denominator');
  return rate;
};

/** A desk in Jira that is named like its key, with a score of nothing. */
export const aComparedDesk = (name: string, some: Partial<ComparedDesk> = {}): ComparedDesk => {
  const { computedAt, completeFrom, backfill } = aFrame();
  return {
    desk: { key: name, name, source: 'jira', timeZone: 'America/New_York' },
    computedAt,
    period: { fromDay: '2026-02-09', toDay: '2026-03-11' },
    score: aSegmentScore(),
    definition: DEFAULT_DEFINITION,
    definitionVersion: 3,
    isRescoring: false,
    completeFrom,
    backfill,
    open: { tickets: 0, medianAgeMs: null },
    ...some,
  };
};

export const withResolution = (
  name: string,
  rate: Rate | null,
  some: Partial<ComparedDesk> = {},
): ComparedDesk =>
  aComparedDesk(name, { score: aSegmentScore({ rates: { aiResolution: rate } }), ...some });

export const aComparisonOf = (
  desks: readonly ComparedDesk[],
  total = desks.length,
): DeskComparison => ({ asOf: '2026-03-10T09:12:00Z', periodDays: 30, desks, total });
