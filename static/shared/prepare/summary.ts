import type { Scorecard } from '../../../src/contract';
import { COHORTS, OUTCOMES } from '../../../src/contract/catalogue';
import type { Texts } from '../texts/texts';

/**
 * The period in one sentence: what the AI resolved for good, of what it handled, and what came
 * back. Only mature tickets count, as in the rates.
 */
export function prepareSummary(score: Scorecard, t: Texts): string {
  const { aiResolution, reversal } = score.rates;
  if (aiResolution === null) return withoutRate(score, t);
  const { numerator: resolved, denominator: handled } = aiResolution;
  // Without a resolution to come back from there is no such rate.
  if (reversal === null) return t.plural('kpi.summary.noneResolved', handled);
  const back = reversal.numerator;
  return t.plural('kpi.summary.resolved', handled, {
    resolved,
    rest: back === 0 ? t('kpi.summary.noneCameBack') : t.plural('kpi.summary.cameBack', back),
  });
}

function withoutRate({ provisional, outcomes }: Scorecard, t: Texts): string {
  const waiting = COHORTS['base:aiResolution'].outcomes.reduce(
    (sum, outcome) => sum + provisional[outcome],
    0,
  );
  if (waiting > 0) return t.plural('kpi.summary.immature', waiting);
  const isDecided = OUTCOMES.some((outcome) => outcome !== 'open' && outcomes[outcome] > 0);
  return t(isDecided ? 'kpi.summary.withoutAi' : 'kpi.summary.nothing');
}
