import { isHuman } from '../timeline/actor';
import type { Episode } from '../timeline/episode';
import type { OverriddenEvent, RatedEvent, TicketEvent } from '../timeline/event';
import type { Ticket } from '../timeline/ticket';
import { HOUR_MS, type EpochMs } from '../time';
import type { Definition } from './definition';
import { overrideOf } from './override';
import type { RepeatContactTest } from './repeat-contact';

/** An episode with everything the rules ask about it (rule book, section 4). */
export interface CaseFile {
  readonly ticket: Ticket;
  readonly episode: Episode;
  readonly definition: Definition;
  readonly asOf: EpochMs;
  readonly windowMs: number;
  /** Index into the episode's events; -1 without one. */
  readonly firstAiActIndex: number;
  /** Index into the episode's events; -1 without one. */
  readonly firstAiAnswerIndex: number;
  readonly hasVerifiedAction: boolean;
  /** In the episode or its aftermath; the last one counts. */
  readonly override: OverriddenEvent | null;
  /** Last rating since the first AI act, aftermath included; null without one. */
  readonly ratingSinceAi: number | null;
  readonly hasRepeatContact: () => boolean;
}

/** A public comment, a status change, a run or a hand-off by an AI agent. */
export const isAiAct = (event: TicketEvent): boolean =>
  event.actor.kind === 'ai-agent' &&
  (isPublicComment(event) ||
    event.kind === 'status' ||
    event.kind === 'agent-run' ||
    event.kind === 'handed-off');

export const isPublicComment = (event: TicketEvent): boolean =>
  event.kind === 'comment' && event.visibility === 'public';

/** An AI act that is a public comment, or a run with result `resolved`. */
const isAiAnswer = (event: TicketEvent): boolean =>
  event.actor.kind === 'ai-agent' &&
  (isPublicComment(event) || (event.kind === 'agent-run' && event.result === 'resolved'));

const isVerifiedAction = (event: TicketEvent): boolean =>
  event.actor.kind === 'ai-agent' &&
  event.kind === 'agent-run' &&
  event.result === 'resolved' &&
  event.verifiedActions >= 1;

export const isHumanReply = (event: TicketEvent): boolean =>
  isPublicComment(event) && isHuman(event.actor);

export const isHumanStatusChange = (event: TicketEvent): boolean =>
  event.kind === 'status' && isHuman(event.actor);

export function openCaseFile(
  ticket: Ticket,
  episode: Episode,
  options: {
    readonly definition: Definition;
    readonly asOf: EpochMs;
    readonly hasRepeatContact: RepeatContactTest;
  },
): CaseFile {
  const { events, aftermath, resolvedAt } = episode;
  const firstAiActIndex = events.findIndex(isAiAct);
  const sinceAi = firstAiActIndex < 0 ? [] : [...events.slice(firstAiActIndex), ...aftermath];
  const isRating = (event: TicketEvent): event is RatedEvent => event.kind === 'rated';

  let repeatContact: boolean | null = null;
  return {
    ticket,
    episode,
    definition: options.definition,
    asOf: options.asOf,
    windowMs: options.definition.windowHours * HOUR_MS,
    firstAiActIndex,
    firstAiAnswerIndex: events.findIndex(isAiAnswer),
    hasVerifiedAction: events.some(isVerifiedAction),
    override: overrideOf(episode),
    ratingSinceAi: sinceAi.findLast(isRating)?.rating ?? null,
    hasRepeatContact: () => {
      repeatContact ??= resolvedAt !== null && options.hasRepeatContact(ticket, resolvedAt);
      return repeatContact;
    },
  };
}
