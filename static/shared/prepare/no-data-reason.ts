import type { RateName, Scorecard } from '../../../src/contract';
import { COHORTS, OUTCOMES } from '../../../src/contract/catalogue';
import type { Formats } from '../format/formats';
import { RATE_BASIS } from './rate-basis';

/** Why a rate has no denominator, and when it will have one. */
export function noDataReason(
  name: RateName,
  score: Scorecard,
  nextMaturesAt: string | null,
  formats: Formats,
): string {
  const { t } = formats;
  const basis = RATE_BASIS[name];
  // What is pending has no outcome to count yet, and will be in the denominator either way.
  const counted = [...COHORTS[`base:${name}`].outcomes, 'pending' as const];
  const isWaiting = OUTCOMES.some(
    (outcome) => score.provisional[outcome] > 0 && counted.includes(outcome),
  );
  if (!isWaiting) return t(`kpi.none.${basis}`);
  return nextMaturesAt === null
    ? t(`kpi.immature.${basis}`)
    : t(`kpi.immatureUntil.${basis}`, { date: formats.date(nextMaturesAt) });
}
