import { OUTCOMES, type Outcome } from '../outcome/outcome';
import type { Verdict } from '../outcome/verdict';
import type { EpochMs } from '../time';
import type { RateName } from './scorecard';

/** Which episodes a number counts. All that is not said does not matter. */
export interface Cohort {
  readonly outcomes: readonly Outcome[];
  /** `mature` and `provisional` are decided; `any` is not asked. */
  readonly maturity: 'mature' | 'provisional' | 'any';
  readonly isFirstContact?: true;
  readonly isResolved?: boolean;
  /** Whatever its day: what is open now is open in no period. */
  readonly isOfAnyDay?: true;
}

type Part = 'rate' | 'base';
export type CohortName =
  | `${Part}:${RateName}`
  | `time:${'episode' | 'ai' | 'human'}`
  | `outcome:${Outcome}`
  | `mature:${'without-ai' | 'ambiguous' | 'abandoned' | 'pending'}`
  | 'provisional'
  | 'open'
  | 'escalated-open'
  | 'all';

const but = (...left: readonly Outcome[]): readonly Outcome[] =>
  OUTCOMES.filter((outcome) => !left.includes(outcome));

const mature = (...outcomes: readonly Outcome[]): Cohort => ({ outcomes, maturity: 'mature' });
const eligible = mature(...but('excluded'));
const involved = mature(...but('excluded', 'without-ai'));

/**
 * The numerator (`rate:`) and denominator (`base:`) of every rate of the rule book, the episodes of
 * every time to resolve, every outcome, and those mature outcomes that are no numerator: what a
 * number on a screen lists when it is clicked.
 */
export const COHORTS: Readonly<Record<CohortName, Cohort>> = {
  'rate:coverage': involved,
  'base:coverage': eligible,
  'rate:firstContactResolution': { ...mature('ai-resolved'), isFirstContact: true },
  'base:firstContactResolution': involved,
  'rate:aiResolution': mature('ai-resolved'),
  'base:aiResolution': involved,
  'rate:automation': mature('ai-resolved'),
  'base:automation': eligible,
  'rate:escalation': mature('escalated'),
  'base:escalation': involved,
  'rate:containment': mature(...but('excluded', 'without-ai', 'escalated')),
  'base:containment': involved,
  'rate:containmentGap': mature(...but('excluded', 'without-ai', 'escalated', 'ai-resolved')),
  'base:containmentGap': involved,
  'rate:reversal': mature('reversed'),
  'base:reversal': mature('ai-resolved', 'reversed'),
  'time:episode': { outcomes: OUTCOMES, maturity: 'any', isResolved: true },
  'time:ai': { outcomes: ['ai-resolved'], maturity: 'any', isResolved: true },
  'time:human': { outcomes: ['without-ai', 'escalated'], maturity: 'any', isResolved: true },
  'outcome:ai-resolved': { outcomes: ['ai-resolved'], maturity: 'any' },
  'outcome:pending': { outcomes: ['pending'], maturity: 'any' },
  'outcome:escalated': { outcomes: ['escalated'], maturity: 'any' },
  'outcome:reversed': { outcomes: ['reversed'], maturity: 'any' },
  'outcome:ambiguous': { outcomes: ['ambiguous'], maturity: 'any' },
  'outcome:abandoned': { outcomes: ['abandoned'], maturity: 'any' },
  'outcome:without-ai': { outcomes: ['without-ai'], maturity: 'any' },
  'outcome:excluded': { outcomes: ['excluded'], maturity: 'any' },
  'outcome:open': { outcomes: ['open'], maturity: 'any' },
  'mature:without-ai': mature('without-ai'),
  'mature:ambiguous': mature('ambiguous'),
  'mature:abandoned': mature('abandoned'),
  // The window has ended, and the verdict has not been settled yet.
  'mature:pending': mature('pending'),
  provisional: { outcomes: OUTCOMES, maturity: 'provisional' },
  open: { outcomes: OUTCOMES, maturity: 'any', isResolved: false, isOfAnyDay: true },
  'escalated-open': {
    outcomes: ['escalated'],
    maturity: 'any',
    isResolved: false,
    isOfAnyDay: true,
  },
  all: { outcomes: OUTCOMES, maturity: 'any' },
};

/** @param asOf - what is mature is decided by it */
export function isInCohort(cohort: Cohort, verdict: Verdict, asOf: EpochMs): boolean {
  const { outcomes, maturity, isFirstContact, isResolved } = cohort;
  if (!outcomes.includes(verdict.outcome)) return false;
  if (isFirstContact === true && !verdict.firstContact) return false;
  if (isResolved !== undefined && (verdict.resolvedAt !== null) !== isResolved) return false;
  if (maturity === 'any') return true;
  if (verdict.maturesAt === null) return false;
  return verdict.maturesAt <= asOf === (maturity === 'mature');
}
