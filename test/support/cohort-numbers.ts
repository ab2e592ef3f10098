import type { CohortName } from '../../src/domain/kpi/cohort';
import type { RateName, Scorecard } from '../../src/domain/kpi/scorecard';
import { MTTR_NAMES } from '../../src/domain/kpi/mttr';
import { OUTCOMES } from '../../src/domain/outcome/outcome';

type Numbers = Pick<
  Scorecard,
  'rates' | 'timeToResolveMs' | 'outcomes' | 'provisional' | 'episodes'
>;

/** Every number of a scorecard that is a number of episodes, by the cohort that lists them. */
export function cohortNumbers(score: Numbers): ReadonlyMap<CohortName, number> {
  const numbers = new Map<CohortName, number>([
    ['all', score.episodes],
    ['provisional', Object.values(score.provisional).reduce((sum, count) => sum + count, 0)],
  ]);
  for (const name of Object.keys(score.rates) as RateName[]) {
    numbers.set(`rate:${name}`, score.rates[name]?.numerator ?? 0);
    numbers.set(`base:${name}`, score.rates[name]?.denominator ?? 0);
  }
  for (const name of MTTR_NAMES) {
    numbers.set(`time:${name}`, score.timeToResolveMs[name]?.n ?? 0);
  }
  // Decided whenever they occur, so that those that are not provisional are mature.
  for (const outcome of ['without-ai', 'ambiguous', 'abandoned', 'pending'] as const) {
    numbers.set(`mature:${outcome}`, score.outcomes[outcome] - score.provisional[outcome]);
  }
  for (const outcome of OUTCOMES) numbers.set(`outcome:${outcome}`, score.outcomes[outcome]);
  return numbers;
}
