import type { StatusEvent, TicketEvent } from '../timeline/event';
import type { EpochMs } from '../time';
import { isHumanReply, isHumanStatusChange, isPublicComment, type CaseFile } from './case-file';
import type { Outcome, RuleName } from './outcome';

/** What a rule says when it matches. */
export interface Ruling {
  readonly rule: RuleName;
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** null: not decided. */
  readonly decidedAt: EpochMs | null;
}

/** A rule gives its ruling, or null when it does not match. */
type Rule = (file: CaseFile) => Ruling | null;

/** The rule table of section 4, in its order: the first match decides. */
const RULE_TABLE: readonly Rule[] = [
  overridden,
  excluded,
  untouchedByAi,
  escalated,
  stillOpen,
  unanswered,
  silentWait,
  closedByAutomation,
  reopened,
  repeatContact,
  rejectedByRating,
  pending,
];

export function decide(file: CaseFile): Ruling {
  for (const rule of RULE_TABLE) {
    const ruling = rule(file);
    if (ruling !== null) return ruling;
  }
  return atResolution(file, 'ai-resolved', 'ai-resolved');
}

/** Rule 1. */
function overridden({ override, episode }: CaseFile): Ruling | null {
  if (override === null) return null;
  return {
    rule: 'overridden',
    outcome: override.outcome,
    reason: override.reason,
    decidedAt: episode.resolvedAt ?? override.at,
  };
}

/** Rule 2. */
function excluded(file: CaseFile): Ruling | null {
  const { episode, ticket, definition } = file;
  const resolution = episode.closing?.resolution ?? null;
  const isExcluded =
    (resolution !== null && definition.excludedResolutions.includes(resolution)) ||
    (ticket.requestType !== null && definition.excludedRequestTypes.includes(ticket.requestType));
  return isExcluded ? atResolution(file, 'excluded', 'excluded') : null;
}

/** Rule 3, which has two names. */
function untouchedByAi(file: CaseFile): Ruling | null {
  if (file.firstAiActIndex >= 0) return null;
  return file.episode.resolvedAt === null
    ? atResolution(file, 'open', 'open')
    : atResolution(file, 'without-ai', 'without-ai');
}

/** Rule 4. */
function escalated({ episode, firstAiActIndex }: CaseFile): Ruling | null {
  for (const event of episode.events.slice(firstAiActIndex)) {
    const reason = escalationReason(event);
    if (reason === null) continue;
    return { rule: 'escalated', outcome: 'escalated', reason: reason.text, decidedAt: event.at };
  }
  return null;
}

function escalationReason(event: TicketEvent): { readonly text: string | null } | null {
  if (event.kind === 'handed-off') return { text: event.reason };
  if (event.kind === 'agent-run' && event.result === 'escalated') {
    return { text: event.reason ?? 'agent-escalated' };
  }
  if (isHumanReply(event)) return { text: 'human-replied' };
  return isHumanStatusChange(event) ? { text: 'human-took-over' } : null;
}

/** Rule 5. */
function stillOpen(file: CaseFile): Ruling | null {
  return file.episode.resolvedAt === null ? atResolution(file, 'open', 'open') : null;
}

/** Rule 6. */
function unanswered(file: CaseFile): Ruling | null {
  const closer = closerOf(file);
  if (file.firstAiAnswerIndex >= 0 || closer === 'ai-agent') return null;
  return atResolution(file, 'unanswered', closer === 'automation' ? 'abandoned' : 'ambiguous');
}

/** Rule 7. */
function silentWait(file: CaseFile): Ruling | null {
  if (file.hasVerifiedAction || file.definition.silenceCountsAsResolved) return null;
  const closer = closerOf(file);
  if (closer !== 'ai-agent' && closer !== 'automation') return null;
  const before = file.episode.events.slice(0, -1);
  const lastStatusIndex = before.findLastIndex(isStatus);
  const lastStatus = before[lastStatusIndex];
  if (lastStatus?.kind !== 'status' || !lastStatus.paused) return null;
  const hasAnswered = before
    .slice(lastStatusIndex)
    .some((event) => event.kind === 'comment' && event.actor.kind === 'requester');
  return hasAnswered ? null : atResolution(file, 'silent-wait', 'abandoned');
}

/** Rule 8. */
function closedByAutomation(file: CaseFile): Ruling | null {
  if (closerOf(file) !== 'automation') return null;
  if (file.hasVerifiedAction || file.definition.silenceCountsAsResolved) return null;
  return isConfirmedByRating(file) ? null : atResolution(file, 'closed-by-automation', 'ambiguous');
}

/** Rule 9. */
function reopened(file: CaseFile): Ruling | null {
  const { resolvedAt, reopenedAt } = file.episode;
  if (resolvedAt === null || reopenedAt === null) return null;
  if (reopenedAt >= resolvedAt + file.windowMs) return null;
  return { ...atResolution(file, 'reopened', 'reversed'), reason: 'reopened' };
}

/** Rule 10. */
function repeatContact(file: CaseFile): Ruling | null {
  if (!file.hasRepeatContact()) return null;
  return { ...atResolution(file, 'repeat-contact', 'reversed'), reason: 'repeat-contact' };
}

/** Rule 11. */
function rejectedByRating(file: CaseFile): Ruling | null {
  const { ratingSinceAi, definition } = file;
  if (ratingSinceAi === null || ratingSinceAi > definition.ratingRejectsAt) return null;
  return atResolution(file, 'rejected-by-rating', 'ambiguous');
}

/** Rule 12. */
function pending(file: CaseFile): Ruling | null {
  const { resolvedAt } = file.episode;
  if (resolvedAt === null || file.asOf >= resolvedAt + file.windowMs) return null;
  return atResolution(file, 'pending', 'pending');
}

export const isConfirmedByRating = ({ ratingSinceAi, definition }: CaseFile): boolean =>
  ratingSinceAi !== null && ratingSinceAi >= definition.ratingConfirmsAt;

export const closerOf = ({ episode }: CaseFile): string | null =>
  episode.closing?.actor.kind ?? null;

const isStatus = (event: TicketEvent): event is StatusEvent => event.kind === 'status';

const atResolution = ({ episode }: CaseFile, rule: RuleName, outcome: Outcome): Ruling => ({
  rule,
  outcome,
  reason: null,
  decidedAt: episode.resolvedAt,
});

/** First contact (rules 12 and 13 only): nobody but the AI was needed, and the requester once. */
export function isFirstContact(file: CaseFile): boolean {
  const { episode, firstAiAnswerIndex } = file;
  if (episode.ordinal > 0) return false;
  const afterAnswer = firstAiAnswerIndex < 0 ? [] : episode.events.slice(firstAiAnswerIndex + 1);
  const wroteAgain = afterAnswer.some(
    (event) => isPublicComment(event) && event.actor.kind === 'requester',
  );
  const wasTouchedByPeople = episode.events.some(
    (event) =>
      isHumanStatusChange(event) ||
      (event.kind === 'comment' &&
        (event.actor.kind === 'human-agent' || event.actor.kind === 'unknown')),
  );
  return !wroteAgain && !wasTouchedByPeople;
}
