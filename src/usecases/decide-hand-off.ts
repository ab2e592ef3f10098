import { decide } from '../domain/escalation/decision';
import { policyFor } from '../domain/escalation/policy';
import { splitEpisodes, type Episode } from '../domain/timeline/episode';
import type { DeskRow, HandOffRow, StoredTicket } from '../ports/score-store';
import type { RunRow } from '../ports/run-tables';
import type { RegisteredActor } from '../ports/settings-store';
import type { Digest } from '../ports/digest';
import { handOffIdOf } from './hand-off-id';
import { timelineOf } from './judge-ticket';

/** What is known of a ticket when its hand-off is decided. */
export interface HandOffCase {
  readonly stored: StoredTicket;
  readonly desk: DeskRow;
  readonly actors: readonly RegisteredActor[];
  /** All runs of the ticket, in time order. */
  readonly runs: readonly RunRow[];
  /** All hand-offs of the ticket. */
  readonly handOffs: readonly HandOffRow[];
}

/**
 * The hand-off that the present episode should have and has not; null: none. The first run that the
 * policy hands off decides, in the order of the runs' ends, whenever they were told.
 */
export function decideHandOff(known: HandOffCase, digest: Digest): HandOffRow | null {
  const { stored, desk, handOffs } = known;
  const { escalation } = desk;
  const episode = presentEpisode(known);
  if (escalation === null || episode.resolvedAt !== null) return null;
  const runs = runsOf(episode, known.runs);
  if (isHandedOff(episode, runs, handOffs)) return null;
  const policy = policyFor(escalation.policy, stored.ticket.requestType);
  for (const [index, { runId, agentId, run, hasAsked }] of runs.entries()) {
    // Whoever asked was told to hand off, and may say nothing more.
    if ((!run.isComplete && !hasAsked) || run.endedAt < escalation.since) continue;
    const attempted = runs.slice(0, index + 1).map((each) => each.run);
    const decision = decide(policy, run, { runs: attempted });
    if (decision.kind === 'proceed') continue;
    const { id: ticketId, desk: deskId } = stored.ticket;
    return {
      handOffId: handOffIdOf(digest, { ticketId, openedAt: episode.startedAt }),
      ticketId,
      deskId,
      runId,
      agentId,
      reason: decision.reason,
      detail: decision.detail,
      confidence: run.confidence,
      threshold: policy.confidenceThreshold,
      policyVersion: escalation.version,
      target: policy.target,
      decidedAt: run.endedAt,
      step: 'due',
      commentId: null,
      problem: null,
      attempts: 0,
      leasedUntil: null,
      version: 0,
    };
  }
  return null;
}

/** The ticket's last episode, all that is stored taken for true. */
export const presentEpisode = (known: HandOffCase): Episode => lastOf(episodesOf(known));

/** The episode that a hand-off was decided in; the first for one from before the opening: clocks differ. */
export function episodeOf(
  known: HandOffCase,
  { decidedAt }: Pick<HandOffRow, 'decidedAt'>,
): Episode {
  const episodes = episodesOf(known);
  return lastOf(episodes.filter(({ startedAt }, i) => i === 0 || startedAt <= decidedAt));
}

const episodesOf = ({ stored, desk, actors }: HandOffCase): readonly Episode[] =>
  splitEpisodes(timelineOf({ ticket: stored.ticket, events: stored.events, desk, actors }), null);

function lastOf(episodes: readonly Episode[]): Episode {
  const last = episodes.at(-1);
  if (last === undefined) throw new Error('A ticket has at least one episode');
  return last;
}

/** In the order in which they ended. The first episode has those from before its opening, too: clocks differ. */
export const runsOf = (
  { ordinal, startedAt }: Pick<Episode, 'ordinal' | 'startedAt'>,
  runs: readonly RunRow[],
): readonly RunRow[] =>
  runs
    .filter(({ run }) => ordinal === 0 || run.endedAt >= startedAt)
    .sort((a, b) => a.run.endedAt - b.run.endedAt || (a.runId < b.runId ? -1 : 1));

/**
 * An episode's start may be told more exactly later, and with it the id of its hand-off would change:
 * a hand-off of one of its runs is one of this episode, whatever its id.
 */
const isHandedOff = (
  { ordinal, startedAt }: Episode,
  runs: readonly RunRow[],
  handOffs: readonly HandOffRow[],
): boolean =>
  handOffs.some(
    ({ runId, decidedAt }) =>
      ordinal === 0 || decidedAt >= startedAt || runs.some((each) => each.runId === runId),
  );

/**
 * People have the ticket already: one of them has worked on it in this episode, or the agent itself
 * has assigned it. Then they get the packet, and the ticket is not taken from whoever has it.
 */
export const isWithPeople = ({ events }: Episode): boolean =>
  events.some(
    ({ kind, actor }) =>
      (actor.kind === 'human-agent' && (kind === 'comment' || kind === 'status')) ||
      (actor.kind === 'ai-agent' && kind === 'assigned'),
  );
