import type { Outcome, RateName, Scorecard } from '../../../src/contract';
import type { Formats } from '../format/formats';
import { RATE_BASIS } from './rate-basis';

/** Decided outcomes in which an AI agent did not act, so that they are in no AI rate. */
const NOT_INVOLVED: readonly Outcome[] = ['without-ai', 'excluded', 'open'];

/** Why a rate has no denominator, and when it will have one. */
export function noDataReason(
  name: RateName,
  score: Scorecard,
  nextMaturesAt: string | null,
  formats: Formats,
): string {
  const { t } = formats;
  const basis = RATE_BASIS[name];
  const isWaiting = (
    Object.entries(score.provisional) as readonly (readonly [Outcome, number])[]
  ).some(([outcome, count]) => count > 0 && COUNTED[basis](outcome));
  if (!isWaiting) return t(`kpi.none.${basis}`);
  return nextMaturesAt === null
    ? t(`kpi.immature.${basis}`)
    : t(`kpi.immatureUntil.${basis}`, { date: formats.date(nextMaturesAt) });
}

/** Whether an immature episode will be in the denominator. */
const COUNTED: Readonly<Record<(typeof RATE_BASIS)[RateName], (outcome: Outcome) => boolean>> = {
  decided: (outcome) => outcome !== 'excluded',
  aiHandled: (outcome) => !NOT_INVOLVED.includes(outcome),
  aiResolution: (outcome) => outcome === 'pending' || outcome === 'reversed',
};
