import type { RecordAiOutcomeInput, RecordedAiOutcome } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import {
  NOTHING_STATED,
  UNTOLD,
  type RunStatement,
  type SpanFacts,
} from '../domain/run/span-facts';
import { epochMs, type EpochMs } from '../domain/time';
import { splitEpisodes, type Episode } from '../domain/timeline/episode';
import { toTimeline } from '../domain/timeline/merge-events';
import type { RegisteredActor } from '../ports/settings-store';
import type { Deps } from './deps';
import { ingestTelemetry, type IngestDeps, type RunDecision } from './ingest-telemetry';
import { namedAgent } from './named-agent';
import { runIdOf } from './run-id';

type RecordDeps = IngestDeps & Pick<Deps, 'access'>;

/** Everything that is told of the attempt but its ticket. */
type Attempt = Omit<RecordAiOutcomeInput, 'ticket' | 'agent'>;

/**
 * An AI agent's attempt at a ticket, told by a rule or in a chat instead of by telemetry; from there on it
 * is a run like any other. For agents and administrators of the ticket's project.
 *
 * A rule that is run again tells the same attempt: one that says the same of the same episode of a ticket
 * is the same, unless its `attempt` differs. An `attempt` that is told again with other figures is
 * corrected.
 *
 * Nine statements for a ticket that is known.
 */
export async function recordAiOutcome(
  deps: RecordDeps,
  { ticket, agent, ...attempt }: RecordAiOutcomeInput,
): Promise<Result<RecordedAiOutcome>> {
  const allowed = await deps.access.readTicketRoles({ idOrKey: ticket });
  if (!allowed.ok) return allowed;
  const { roles, ticket: viewed } = allowed.value;
  if (!roles.isAgent && !roles.isProjectAdministrator) {
    return err({ kind: 'not-found-or-not-permitted' });
  }
  const found = namedAgent(await deps.settings.readRegistry(), agent);
  if (!found.ok) return found;
  const { actorId: agentId } = found.value;

  const episode = await presentEpisodeOf(deps, viewed.ticketId);
  const traceId = traceOf(deps, viewed.ticketId, episode?.ordinal ?? 0, attempt);
  const runId = runIdOf(deps.digest, agentId, traceId);
  const statement = statementOf(viewed.ticketId, attempt);
  const at = (await toldBefore(deps, runId, statement)) ?? momentOf(episode, deps.clock.now());
  const spans = spansOf(attempt, statement, at).map((span) => ({ traceId, span }));
  const { decisions } = await ingestTelemetry(
    deps,
    { agentId, traceUrlTemplate: null },
    { format: 'native', spans, refused: [], asking: [] },
  );
  return ok(answer(found.value, runId, decisions[0] ?? null));
}

/** null: the ticket is not known yet, so it is in its first. */
async function presentEpisodeOf({ store }: RecordDeps, ticketId: string): Promise<Episode | null> {
  const [stored] = await store.readTickets([ticketId]);
  if (stored === undefined || stored.deletedAt !== null) return null;
  return splitEpisodes(toTimeline(stored.ticket, stored.events), null).at(-1) ?? null;
}

/**
 * A rule that runs when a ticket is resolved tells of what was before: the attempt is of the episode that
 * has just ended, not of what happened afterwards.
 */
const momentOf = (episode: Episode | null, now: EpochMs): EpochMs =>
  episode === null || episode.resolvedAt === null ? now : epochMs(episode.resolvedAt - 1);

/** 32 hex digits. */
function traceOf(
  { digest }: RecordDeps,
  ticketId: string,
  ordinal: number,
  { attempt, result, confidence, tried, verifiedActions }: Attempt,
): string {
  const told = attempt === null ? [ordinal, result, confidence, tried, verifiedActions] : [attempt];
  return digest.sha256(JSON.stringify(['action', ticketId, ...told])).slice(0, 32);
}

/** When exactly this was told first; null: it was not. Told again, the attempt keeps its time. */
async function toldBefore(
  { store }: RecordDeps,
  runId: string,
  statement: RunStatement,
): Promise<EpochMs | null> {
  const { spans } = await store.readRunContext({ runIds: [runId], addresses: [] });
  const said = JSON.stringify(statement);
  const same = (spans.get(runId) ?? []).find(
    (span) =>
      span.spanId === RUN && JSON.stringify({ ...NOTHING_STATED, ...span.statement }) === said,
  );
  return same?.endedAt ?? null;
}

const RUN = 'run';

/** Members in the order of `NOTHING_STATED`, so that two are compared as text. */
const statementOf = (
  ticketId: string,
  { result, confidence, verifiedActions }: Attempt,
): RunStatement => ({
  ...NOTHING_STATED,
  // The issue's id: its key may change.
  ticketRef: ticketId.replace(/^jira:/, ''),
  result,
  confidence,
  verifiedActions,
});

/** How long it took is not told: all of it is at one moment. */
function spansOf({ tried }: Attempt, statement: RunStatement, at: EpochMs): readonly SpanFacts[] {
  const aSpan = (spanId: string, over: Partial<SpanFacts>): SpanFacts => ({
    ...UNTOLD,
    spanId,
    parentSpanId: RUN,
    kind: 'tool',
    startedAt: at,
    endedAt: at,
    ...over,
  });
  return [
    aSpan(RUN, { parentSpanId: null, kind: 'agent', statement }),
    // Numbered in two digits: of spans of one moment, the order is that of their ids.
    ...tried.map((name, i) => aSpan(`step:${String(i).padStart(2, '0')}`, { name })),
  ];
}

function answer(
  agent: RegisteredActor,
  runId: string,
  decided: RunDecision | null,
): RecordedAiOutcome {
  const decision = decided?.decision ?? null;
  const reason = decision?.kind === 'hand-off' ? decision.reason : null;
  return {
    message: `Recorded for ${agent.name ?? agent.actorId}. ${WORDS[decision?.kind ?? 'none']}${reason === null ? '' : ` (${reason})`}.`,
    decision: decision?.kind ?? null,
    reason,
    runId,
  };
}

const WORDS = {
  proceed: 'The policy lets the agent go on',
  'hand-off': 'The policy hands the ticket to people',
  none: 'No policy decides about it',
} as const;
