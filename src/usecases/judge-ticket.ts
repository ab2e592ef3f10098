import { deskDayOf } from '../domain/kpi/desk-day';
import { classifyTimeline } from '../domain/outcome/classify';
import {
  contactKey,
  createRepeatContactTest,
  type RepeatContactTest,
} from '../domain/outcome/repeat-contact';
import type { Verdict } from '../domain/outcome/verdict';
import { epochMs, MINUTE_MS, type EpochMs } from '../domain/time';
import type { ActorKind } from '../domain/timeline/actor';
import { applyRegistry, type ActorRegistry } from '../domain/timeline/actor-registry';
import { doubtfulActors } from '../domain/timeline/doubtful-actors';
import { splitEpisodes } from '../domain/timeline/episode';
import { toTimeline } from '../domain/timeline/merge-events';
import { applyPausedStatuses } from '../domain/timeline/paused-statuses';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket, Timeline } from '../domain/timeline/ticket';
import type { Digest } from '../ports/digest';
import type {
  ContactRow,
  DerivedFacts,
  DeskRow,
  EpisodeRow,
  SettledVerdict,
} from '../ports/score-store';
import type { RegisteredActor } from '../ports/settings-store';
import type { TicketTag } from '../ports/ticket-tagger';
import { agentNames } from './episode-view';

/** The desk's clock may run ahead of ours by this much; further ahead is no time of this world. */
const CLOCK_SKEW_MS = 5 * MINUTE_MS;

/** What the rules say of a ticket now, in every form in which it is kept. */
export interface Judgement {
  readonly rows: readonly EpisodeRow[];
  readonly settledVerdicts: readonly SettledVerdict[];
  readonly facts: DerivedFacts;
  /** Changes whenever something that the roll-up of the opening day counts does. */
  readonly factsFingerprint: string;
  readonly tag: TicketTag;
  readonly tagFingerprint: string;
}

export interface JudgeInput {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** Rule 10's test over the tickets of the same contacts. */
  readonly hasRepeatContact: RepeatContactTest;
  readonly desk: DeskRow;
  readonly actors: readonly RegisteredActor[];
  readonly now: EpochMs;
}

/** Pure but for the digest. */
export function judgeTicket(input: JudgeInput, digest: Digest): Judgement {
  const { ticket, desk, actors } = input;
  const asOf = asOfFor(input);
  const timeline = timelineOf(input);
  const verdicts = classifyTimeline(timeline, {
    definition: desk.definition,
    asOf,
    profile: desk.profile,
    hasRepeatContact: input.hasRepeatContact,
  });
  const registry = registryOf(actors);
  const doubtful = splitEpisodes(timeline, asOf).map((each) => doubtfulActors(each, registry));
  const rows = verdicts.map((verdict, i): EpisodeRow => ({
    ...verdict,
    ...placeOf(verdict, ticket, desk),
    doubtfulActors: doubtful[i] ?? [],
  }));
  const facts = factsOf(ticket, verdicts, desk, digest);
  const tag = tagOf(verdicts, actors);
  return {
    rows,
    settledVerdicts: rows.map((row) => ({
      fingerprint: fingerprintOf(row, digest),
      day: row.day,
      outcome: row.outcome,
      rule: row.rule,
    })),
    facts,
    factsFingerprint: JSON.stringify([
      facts.openedDay,
      facts.isOpen,
      facts.reopenMoves,
      ticket.openedAt,
      ticket.nativeResolvedAt,
      ticket.requestType,
      ticket.priority,
    ]),
    tag,
    tagFingerprint: JSON.stringify(tag),
  };
}

/** Rule 10's test for one ticket, over the stored tickets of its contact. */
export const repeatContactTestOf = (
  ticket: Ticket,
  contacts: readonly ContactRow[],
  { definition }: DeskRow,
  now: EpochMs,
): RepeatContactTest =>
  createRepeatContactTest(
    contacts.map((contact) => ({ ...ticket, ...contact })),
    { definition, asOf: now },
  );

/** The stored timeline as the registry and the desk's settings have it read. */
export const timelineOf = ({
  ticket,
  events,
  desk,
  actors,
}: Pick<JudgeInput, 'ticket' | 'events' | 'desk' | 'actors'>): Timeline =>
  applyPausedStatuses(
    applyRegistry(toTimeline(ticket, events), registryOf(actors)),
    desk.profile.pausedStatuses,
  );

/** The registry as the rules take it; later entries of an actor win. */
const registryOf = (actors: readonly RegisteredActor[]): ActorRegistry =>
  new Map(actors.map(({ actorId, kind }): readonly [string, ActorKind] => [actorId, kind]));

/** Which contact a ticket belongs to, as it is stored. */
export function contactKeyOf(ticket: Ticket, digest: Digest): string | null {
  const key = contactKey(ticket);
  return key === null ? null : digest.sha256(key);
}

/** Now, or a little later when the desk's clock is ahead: what it told has happened. */
export function asOfFor({ events, now }: Pick<JudgeInput, 'events' | 'now'>): EpochMs {
  const last = events.reduce((latest, { event }) => Math.max(latest, event.at), 0);
  return last > now && last <= now + CLOCK_SKEW_MS ? epochMs(last) : now;
}

function placeOf(verdict: Verdict, ticket: Ticket, desk: DeskRow) {
  return {
    ticketId: ticket.id,
    deskId: desk.deskId,
    requestType: ticket.requestType,
    priority: ticket.priority,
    day: deskDayOf(verdict.decidedAt ?? verdict.openedAt, desk.profile.timeZone),
    definitionVersion: desk.definitionVersion,
  };
}

function factsOf(
  ticket: Ticket,
  verdicts: readonly Verdict[],
  desk: DeskRow,
  digest: Digest,
): DerivedFacts {
  const resolvedAts = verdicts.flatMap(({ resolvedAt }) =>
    resolvedAt === null ? [] : [resolvedAt],
  );
  return {
    openedDay: deskDayOf(ticket.openedAt, desk.profile.timeZone),
    contactKey: contactKeyOf(ticket, digest),
    lastResolvedAt: resolvedAts.at(-1) ?? null,
    isOpen: verdicts.at(-1)?.resolvedAt === null,
    reopenMoves: verdicts.length - 1,
  };
}

/** All that a row says but the version of the definition: publishing one need not touch every row. */
function fingerprintOf(row: EpisodeRow, digest: Digest): string {
  const said = Object.entries({ ...row, definitionVersion: 0 }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return digest.sha256(JSON.stringify(said)).slice(0, 16);
}

function tagOf(verdicts: readonly Verdict[], actors: readonly RegisteredActor[]): TicketTag {
  const latest = verdicts.at(-1);
  if (latest === undefined) throw new Error('A ticket has at least one episode');
  return tagOfEpisode(latest, actors);
}

/** What a ticket's tags say: its latest episode. */
export const tagOfEpisode = (latest: Verdict, actors: readonly RegisteredActor[]): TicketTag => ({
  outcome: latest.outcome,
  rule: latest.rule,
  evidence: latest.evidence,
  agent: agentNames(actors)(latest.aiAgentId),
  confidence: latest.confidence,
  decidedAt: latest.decidedAt,
  episodes: latest.ordinal + 1,
});
