import { err, ok, type Result } from '../domain/app-error';
import { overrideOf } from '../domain/outcome/override';
import { splitEpisodes, type Episode } from '../domain/timeline/episode';
import type { TicketEvent } from '../domain/timeline/event';
import type { OverrideView, TicketStep, TicketVerdict, TicketVerdictEpisode } from '../contract';
import type { ViewedTicket } from '../ports/desk-access';
import type { DeskRow, EpisodeRow, HandOffRow, StoredTicket } from '../ports/score-store';
import { contactsFrom } from './contacts-of';
import type { Deps } from './deps';
import { agentNames, type AgentNames } from './episode-view';
import { handOffIn, handOffView, thresholdOf } from './hand-off-view';
import { asOfFor, judgeTicket, repeatContactTestOf, timelineOf } from './judge-ticket';
import { readOrigin, recordOf } from './ticket-record';
import { iso, isoOrNull } from './wire-time';

export type TellDeps = Pick<Deps, 'store' | 'settings' | 'connections' | 'clock' | 'digest'>;

/** What a ticket that the viewer may see looks like now: one statement. */
export async function tellTicketVerdict(
  deps: TellDeps,
  { desk: ref, ticketId, openedAt }: ViewedTicket,
): Promise<Result<TicketVerdict>> {
  const { stored, contacts, desk, handOffs } = await deps.store.readTicketContext({
    deskId: ref.deskId,
    ticketId,
    contactsFrom: contactsFrom(openedAt),
    withHandOffs: true,
  });
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const now = deps.clock.now();
  const frame = {
    windowHours: desk.definition.windowHours,
    definitionVersion: desk.definitionVersion,
    timeZone: desk.profile.timeZone,
    asOf: iso(now),
  };
  if (stored === null || stored.deletedAt !== null) {
    return ok({ ...frame, issueKey: null, record: null, sla: null, episodes: [], steps: [] });
  }
  const actors = await deps.settings.readRegistry();
  const agentOf = agentNames(actors);
  const hasRepeatContact = repeatContactTestOf(stored.ticket, contacts, desk, now);
  const { rows } = judgeTicket({ ...stored, hasRepeatContact, desk, actors, now }, deps.digest);
  const timeline = timelineOf({ ...stored, desk, actors });
  const judged = splitEpisodes(timeline, asOfFor({ events: stored.events, now }));
  return ok({
    ...frame,
    issueKey: stored.ticket.key,
    record: recordOf(await readOrigin(deps, ref.deskId), ticketId, stored.ticket.key),
    sla: stored.ticket.sla ?? null,
    episodes: rows.map((row, i) =>
      toEpisode(row, {
        agentOf,
        override: overrideViewOf(judged[i]),
        ...escalationOf(judged[i], { stored, desk, handOffs }),
      }),
    ),
    steps: splitEpisodes(timeline, null).flatMap((episode) => stepsOf(episode, agentOf)),
  });
}

function overrideViewOf(episode: Episode | undefined): OverrideView | null {
  const override = episode === undefined ? null : overrideOf(episode);
  if (override === null) return null;
  return { accountId: override.actor.id || null, at: iso(override.at) };
}

function escalationOf(
  episode: Episode | undefined,
  {
    stored,
    desk,
    handOffs,
  }: {
    readonly stored: StoredTicket;
    readonly desk: DeskRow;
    readonly handOffs: readonly HandOffRow[];
  },
): Pick<TicketVerdictEpisode, 'handOff' | 'threshold'> {
  if (episode === undefined) return { handOff: null, threshold: null };
  const row = handOffIn(episode, handOffs);
  return { handOff: handOffView(row), threshold: thresholdOf(row, episode, stored, desk) };
}

interface Around extends Pick<TicketVerdictEpisode, 'handOff' | 'override' | 'threshold'> {
  readonly agentOf: AgentNames;
}

const toEpisode = (
  row: EpisodeRow,
  { agentOf, override, handOff, threshold }: Around,
): TicketVerdictEpisode => ({
  ordinal: row.ordinal,
  openedAt: iso(row.openedAt),
  resolvedAt: isoOrNull(row.resolvedAt),
  outcome: row.outcome,
  rule: row.rule,
  reason: row.reason,
  evidence: row.evidence,
  firstContact: row.firstContact,
  decidedAt: isoOrNull(row.decidedAt),
  maturesAt: isoOrNull(row.maturesAt),
  agent: agentOf(row.aiAgentId),
  confidence: row.confidence,
  threshold,
  handOff,
  override,
});

function stepsOf(episode: Episode, agentOf: AgentNames): readonly TicketStep[] {
  const { ordinal, startedAt, closing, events, aftermath } = episode;
  const opening: TicketStep = {
    at: iso(startedAt),
    episode: ordinal,
    who: 'requester',
    agent: null,
    what: 'opened',
    detail: null,
  };
  const steps = [...events, ...aftermath].map((event, index): TicketStep => ({
    at: iso(event.at),
    episode: ordinal,
    who: event.actor.kind,
    agent: event.actor.kind === 'ai-agent' ? agentOf(event.actor.id) : null,
    what: event === closing ? 'resolved' : ordinal > 0 && index === 0 ? 'reopened' : whatOf(event),
    detail: detailOf(event),
  }));
  return ordinal === 0 ? [opening, ...steps] : steps;
}

function whatOf(event: TicketEvent): TicketStep['what'] {
  switch (event.kind) {
    case 'comment':
      return event.visibility === 'public' ? 'commented' : 'noted';
    case 'agent-run':
      return `run-${event.result}`;
    case 'assigned':
    case 'status':
    case 'handed-off':
    case 'rated':
    case 'overridden':
      return event.kind;
  }
}

function detailOf(event: TicketEvent): string | null {
  switch (event.kind) {
    case 'status':
      return event.status;
    case 'rated':
      return String(event.rating);
    case 'handed-off':
    case 'agent-run':
    case 'overridden':
      return event.reason;
    case 'comment':
    case 'assigned':
      return null;
  }
}
