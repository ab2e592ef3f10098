import type { Quantiles } from './chance';
import { answerAgain, handOver } from './ai-work';
import { HOURS_TO_REOPEN, REOPEN_SHARE } from './desk-figures';
import { workByPeople } from './human-work';
import {
  DAY_MS,
  HOUR_MS,
  REQUESTER,
  RULE,
  say,
  SILENCE_MS,
  waitForRequester,
  type ClosedBy,
  type TicketCase,
} from './ticket-case';

/** What a resolution comes to. */
type Fate = 'holds' | 'disliked' | 'reopened' | 'reopened-late' | 'repeated';

type Shares<T> = readonly (readonly [item: T, weight: number])[];

/** Of the AI's resolutions that do not hold. */
const FAILURE_SHARE: Shares<Fate> = [
  ['reopened', 0.42],
  ['reopened-late', 0.08],
  ['repeated', 0.31],
  ['disliked', 0.19],
];
const HUMAN_REPEAT_SHARE = 0.02;
/** Of tickets that a silent closing ended although the matter was not settled. */
const SILENT_REOPEN_SHARE = 0.08;
const SILENT_REPEAT_SHARE = 0.06;
const REQUESTER_REOPEN_SHARE = 0.02;

const RATED_SHARE: Readonly<Record<ClosedBy, number>> = {
  ai: 0.26,
  requester: 0.4,
  people: 0.14,
  rule: 0.05,
  withdrawn: 0,
};
const RATING_OF_PEOPLE: Shares<number> = [
  [5, 0.5],
  [4, 0.27],
  [3, 0.12],
  [2, 0.06],
  [1, 0.05],
];
const RATING_OF_AI: Shares<number> = [
  [5, 0.52],
  [4, 0.3],
  [3, 0.14],
  [2, 0.03],
  [1, 0.01],
];
const RATING_IN_ANGER: Shares<number> = [
  [2, 0.45],
  [1, 0.55],
];

/** Of those who come back. */
const ANGRY_SHARE = 0.5;
/** By the default rules a rating up to this one rejects a resolution. */
export const REJECTING_RATING = 2;

/** Requesters find out within hours to six days that an answer did not hold. */
const HOURS_TO_FIND_OUT: Quantiles = [
  [0.02, 0.3],
  [0.3, 5],
  [0.6, 28],
  [0.85, 90],
  [1, 144],
];
/** A ticket comes back twice at most: then people keep at it. */
const MOST_REOPENINGS = 2;

/**
 * What comes after a ticket's end: ratings, tidying up, reopenings with the work they bring.
 *
 * @param work.isRepeat - a repeat contact is not itself repeated
 * @returns when the requester opens another ticket about the same; null if never
 */
export function liveOn(
  ticket: TicketCase,
  work: { readonly closedBy: ClosedBy; readonly isAiAtWork: boolean; readonly isRepeat: boolean },
): number | null {
  const { chance, writer } = ticket;
  const endedMs = writer.nowMs();
  const fate = fateOf(ticket, work);
  const returnMs = endedMs + hoursToReturn(ticket, fate, work.closedBy) * HOUR_MS;
  rate(ticket, {
    closedBy: work.closedBy,
    fate,
    untilMs: Math.min(returnMs, endedMs + SILENCE_MS),
  });

  const isReopened = fate === 'reopened' || fate === 'reopened-late';
  const tidyMs = endedMs + SILENCE_MS + chance.between(0, 1) * HOUR_MS;
  if (writer.status() === 'resolved' && (!isReopened || returnMs > tidyMs)) {
    writer.waitUntil(tidyMs);
    writer.close(RULE);
  }
  if (fate === 'repeated') return returnMs;
  if (!isReopened) return null;

  waitForRequester(ticket, returnMs);
  say(ticket, REQUESTER, 'requesterReopens');
  writer.wait(chance.between(1, 60) * 1_000);
  writer.reopen(REQUESTER);
  return liveOn(ticket, { ...work, closedBy: workAgain(ticket, work.isAiAtWork) });
}

function fateOf(
  { chance, requestType, writer }: TicketCase,
  { closedBy, isRepeat }: { readonly closedBy: ClosedBy; readonly isRepeat: boolean },
): Fate {
  const fate = chance.pick(fateShares(closedBy, requestType.skill.holds));
  const isOver =
    (fate === 'repeated' && isRepeat) ||
    (fate !== 'disliked' && writer.reopenings() >= MOST_REOPENINGS);
  return isOver ? 'holds' : fate;
}

function fateShares(closedBy: ClosedBy, holds: number): Shares<Fate> {
  switch (closedBy) {
    case 'ai':
      return [
        ['holds', holds],
        ...FAILURE_SHARE.map(([fate, share]) => [fate, share * (1 - holds)] as const),
      ];
    case 'people':
      return [
        ['holds', 1 - REOPEN_SHARE - HUMAN_REPEAT_SHARE],
        ['reopened', REOPEN_SHARE],
        ['repeated', HUMAN_REPEAT_SHARE],
      ];
    case 'requester':
      return [
        ['holds', 1 - REQUESTER_REOPEN_SHARE],
        ['reopened', REQUESTER_REOPEN_SHARE],
      ];
    case 'rule':
      return [
        ['holds', 1 - SILENT_REOPEN_SHARE - SILENT_REPEAT_SHARE],
        ['reopened', SILENT_REOPEN_SHARE],
        ['repeated', SILENT_REPEAT_SHARE],
      ];
    case 'withdrawn':
      return [['holds', 1]];
  }
}

/**
 * Share (0..1) of resolutions that the default rules count as held: not reopened within a week, not
 * asked again, not rated badly.
 */
export function shareThatHolds(closedBy: 'ai' | 'requester', holds: number): number {
  const shares = fateShares(closedBy, holds);
  const shareOf = (fate: Fate): number => shares.find(([each]) => each === fate)?.[1] ?? 0;
  const rejected = RATED_SHARE[closedBy] * rejectingShare(RATING_OF_AI);
  const rejectedLate =
    RATED_SHARE[closedBy] *
    (ANGRY_SHARE * rejectingShare(RATING_IN_ANGER) +
      (1 - ANGRY_SHARE) * rejectingShare(RATING_OF_AI));
  return shareOf('holds') * (1 - rejected) + shareOf('reopened-late') * (1 - rejectedLate);
}

const rejectingShare = (ratings: Shares<number>): number =>
  ratings.reduce((sum, [rating, share]) => sum + (rating <= REJECTING_RATING ? share : 0), 0);

/** Hours until the requester is back; Infinity when that does not happen. */
function hoursToReturn({ chance }: TicketCase, fate: Fate, closedBy: ClosedBy): number {
  switch (fate) {
    case 'holds':
    case 'disliked':
      return Infinity;
    case 'reopened-late':
      return chance.between(7.2, 16) * (DAY_MS / HOUR_MS);
    case 'repeated':
      return chance.between(2, 156);
    case 'reopened':
      return chance.fromQuantiles(closedBy === 'people' ? HOURS_TO_REOPEN : HOURS_TO_FIND_OUT);
  }
}

function rate(
  ticket: TicketCase,
  about: { readonly closedBy: ClosedBy; readonly fate: Fate; readonly untilMs: number },
): void {
  const { chance, writer } = ticket;
  const { closedBy, fate, untilMs } = about;
  const isAngry = fate === 'disliked' || (fate !== 'holds' && chance.happens(ANGRY_SHARE));
  if (fate !== 'disliked' && !chance.happens(RATED_SHARE[closedBy])) return;
  const ratings = closedBy === 'people' ? RATING_OF_PEOPLE : RATING_OF_AI;
  const rating = chance.pick(isAngry ? RATING_IN_ANGER : ratings);
  // Most rate within the hour, some when they tidy their mailbox.
  const delayMs = Math.exp(chance.between(Math.log(0.05), Math.log(40))) * HOUR_MS;
  // Half a day to spare: a planned moment at night moves to the morning.
  if (writer.nowMs() + delayMs > untilMs - 12 * HOUR_MS) return;
  waitForRequester(ticket, writer.nowMs() + delayMs);
  if (rating >= 4 && chance.happens(0.3)) say(ticket, REQUESTER, 'requesterThanks');
  writer.rate(rating);
}

function workAgain(ticket: TicketCase, isAiAtWork: boolean): ClosedBy {
  const { chance, writer } = ticket;
  if (!isAiAtWork || writer.reopenings() >= MOST_REOPENINGS) return workByPeople(ticket);
  if (chance.happens(0.25)) return answerAgain(ticket);
  if (chance.happens(0.5)) return workByPeople(ticket);
  writer.wait(chance.between(10, 90) * 1_000);
  return handOver(ticket);
}
