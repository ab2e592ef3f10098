import type { TicketStep } from '../../src/contract';
import type { Texts } from '../shared/texts/texts';
import { reasonWords } from '../shared/texts/reason-words';

/** Steps whose sentence has a place for the status or the reason. */
const WITH_DETAIL = [
  'assigned',
  'status',
  'resolved',
  'reopened',
  'handed-off',
  'run-escalated',
  'rated',
  'overridden',
] as const;

/** Who did what, in a sentence without its full stop. */
export function stepSentence({ who: kind, agent, what, detail }: TicketStep, t: Texts): string {
  const who = agent ?? t(`actor.${kind}`);
  const withDetail = WITH_DETAIL.find((each) => each === what);
  if (detail === null || withDetail === undefined) return t(`step.${what}`, { who });
  return t(`stepWith.${withDetail}`, { who, detail: reasonWords(detail, t) ?? detail });
}
