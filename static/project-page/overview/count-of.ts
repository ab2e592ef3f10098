import type { CohortName, DeskScorecard, MttrName, Outcome, RateName } from '../../../src/contract';

/** The number that a card, a rate or an outcome shows for a cohort; null without data. */
export function countOf(cohort: CohortName, { score, open }: DeskScorecard): number | null {
  if (cohort === 'open') return open.tickets;
  const [kind, name] = cohort.split(':');
  switch (kind) {
    case 'rate':
      return score.rates[name as RateName]?.numerator ?? null;
    case 'base':
      return score.rates[name as RateName]?.denominator ?? null;
    case 'time':
      return score.timeToResolveMs[name as MttrName]?.n ?? null;
    case 'outcome':
      return score.outcomes[name as Outcome];
    case 'provisional':
      return Object.values(score.provisional).reduce((sum, count) => sum + count, 0);
    default:
      return null;
  }
}
