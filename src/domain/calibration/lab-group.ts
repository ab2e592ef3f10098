import type { Outcome } from '../outcome/outcome';

/**
 * What became of a mature episode that AI was involved in, as far as its confidence could have told:
 * - `held`: `ai-resolved`
 * - `wrong`: AI kept it and it did not hold: `reversed`, `ambiguous` or `abandoned`
 * - `pending`: kept; its window has ended and its verdict is not settled yet
 * - `handed-off`: people got it, whatever its confidence was
 * - `handed-off-by-threshold`: people got it because of its confidence, or for want of one
 *
 * Whether AI would have been right about what was handed off is not known: both have no label.
 */
export const FATES = ['held', 'wrong', 'pending', 'handed-off', 'handed-off-by-threshold'] as const;
export type Fate = (typeof FATES)[number];

/** Episodes that are alike in all that the threshold lab asks. */
export interface LabGroup {
  /** Of the last run that told one, 0..1 in thousandths; null: none did. */
  readonly confidence: number | null;
  readonly fate: Fate;
  /** How many. */
  readonly episodes: number;
}

/** null: AI was not involved. */
export function fateOf(outcome: Outcome, isByThreshold: boolean): Fate | null {
  switch (outcome) {
    case 'ai-resolved':
      return 'held';
    case 'reversed':
    case 'ambiguous':
    case 'abandoned':
      return 'wrong';
    case 'pending':
    case 'open':
      return 'pending';
    case 'escalated':
      return isByThreshold ? 'handed-off-by-threshold' : 'handed-off';
    case 'without-ai':
    case 'excluded':
      return null;
  }
}
