import type { Outcome, RateName, Scorecard } from '../../../src/contract';
import type { Formats } from '../format/formats';
import { TEXTS } from '../texts';

/** Decided outcomes in which an AI agent did not act, so that they are in no AI rate. */
const NOT_INVOLVED: readonly Outcome[] = ['without-ai', 'excluded', 'open'];

/** Why a rate has no denominator, and when it will have one. */
export function noDataReason(
  name: RateName,
  score: Scorecard,
  nextMaturesAt: string | null,
  formats: Formats,
): string {
  const immature = (counted: (outcome: Outcome) => boolean): boolean =>
    (Object.entries(score.provisional) as readonly (readonly [Outcome, number])[]).some(
      ([outcome, count]) => count > 0 && counted(outcome),
    );
  const waiting = (what: string): string =>
    nextMaturesAt === null
      ? TEXTS.noneMature(what)
      : TEXTS.noneMatureUntil(what, formats.date(nextMaturesAt));

  if (name === 'coverage' || name === 'automation') {
    return immature((outcome) => outcome !== 'excluded') ? waiting(TEXTS.decided) : TEXTS.noDecided;
  }
  if (name === 'reversal') {
    return immature((outcome) => outcome === 'pending' || outcome === 'reversed')
      ? waiting(TEXTS.aiResolution)
      : TEXTS.noAiResolution;
  }
  return immature((outcome) => !NOT_INVOLVED.includes(outcome))
    ? waiting(TEXTS.aiHandled)
    : TEXTS.noAi;
}
