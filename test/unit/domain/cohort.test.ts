import * as fc from 'fast-check';

import { COHORTS, isInCohort, type CohortName } from '../../../src/domain/kpi/cohort';
import { scorecardOf } from '../../../src/domain/kpi/score';
import { TallyBuilder } from '../../../src/domain/kpi/tally';
import type { Verdict } from '../../../src/domain/outcome/verdict';
import { cohortNumbers } from '../../support/cohort-numbers';
import { anyVerdict, AS_OF } from '../../support/verdict-arbitrary';

const NAMES = Object.keys(COHORTS) as CohortName[];
/** What no scorecard counts: the desk as it stands, whatever the day. */
const OF_ANY_DAY: Readonly<Partial<Record<CohortName, (verdict: Verdict) => boolean>>> = {
  open: ({ resolvedAt }) => resolvedAt === null,
  'escalated-open': ({ resolvedAt, outcome }) => resolvedAt === null && outcome === 'escalated',
};

describe('a cohort', () => {
  it.each(NAMES)('%s holds exactly the episodes that the number counts', (name) => {
    fc.assert(
      fc.property(fc.array(anyVerdict, { maxLength: 60 }), (verdicts) => {
        const builder = new TallyBuilder(AS_OF);
        for (const verdict of verdicts) builder.addVerdict(verdict);
        const counted = cohortNumbers(scorecardOf(builder.build())).get(name);
        const expected = counted ?? verdicts.filter(OF_ANY_DAY[name] ?? (() => false)).length;
        const inside = verdicts.filter((verdict) => isInCohort(COHORTS[name], verdict, AS_OF));
        expect(inside).toHaveLength(expected);
      }),
      { seed: 20_271, numRuns: 200 },
    );
  });

  it('is known for every number of a scorecard, and nothing but the open ones is besides', () => {
    const numbers = cohortNumbers(scorecardOf(new TallyBuilder(AS_OF).build()));
    expect([...numbers.keys(), ...Object.keys(OF_ANY_DAY)].sort()).toEqual([...NAMES].sort());
  });
});
