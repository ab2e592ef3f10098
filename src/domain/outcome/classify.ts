import { businessMs } from '../kpi/work-calendar';
import { splitEpisodes, type Episode } from '../timeline/episode';
import type { TicketEvent } from '../timeline/event';
import type { Timeline } from '../timeline/ticket';
import { durationMs, elapsedMs, epochMs, type DurationMs, type EpochMs } from '../time';
import { openCaseFile, type CaseFile } from './case-file';
import type { Definition, DeskProfile } from './definition';
import type { Evidence, RuleName } from './outcome';
import type { RepeatContactTest } from './repeat-contact';
import { closerOf, decide, isConfirmedByRating, isFirstContact, type Ruling } from './rules';
import type { Verdict } from './verdict';

export interface ClassifyOptions {
  readonly definition: Definition;
  /** What was not yet, is not: events later than this do not exist. */
  readonly asOf: EpochMs;
  readonly hasRepeatContact: RepeatContactTest;
  readonly profile: DeskProfile;
}

/** One verdict per episode, oldest first; never empty. Pure: the same input, the same verdicts. */
export function classifyTimeline(timeline: Timeline, options: ClassifyOptions): readonly Verdict[] {
  return splitEpisodes(timeline, options.asOf).map((episode) => {
    const file = openCaseFile(timeline, episode, options);
    return toVerdict(file, decide(file), options.profile);
  });
}

const RULES_WITH_EVIDENCE: readonly RuleName[] = [
  'reopened',
  'repeat-contact',
  'pending',
  'ai-resolved',
];
const RULES_WITH_FIRST_CONTACT: readonly RuleName[] = ['pending', 'ai-resolved'];
/** Rules 9 to 13: a resolution by the AI, whatever came of it. */
const RULES_OF_AI_RESOLUTIONS: readonly RuleName[] = [...RULES_WITH_EVIDENCE, 'rejected-by-rating'];

/** Is this a resolution by the AI, in the sense of rules 9 to 13? */
export const isAiResolution = ({ rule }: { readonly rule: RuleName }): boolean =>
  RULES_OF_AI_RESOLUTIONS.includes(rule);

/** Is this a resolution by people: `without-ai`, or `escalated` and resolved? */
export const isHumanResolution = ({
  outcome,
  resolvedAt,
}: Pick<Verdict, 'outcome' | 'resolvedAt'>): boolean =>
  resolvedAt !== null && (outcome === 'without-ai' || outcome === 'escalated');

function toVerdict(file: CaseFile, ruling: Ruling, profile: DeskProfile): Verdict {
  const { episode, definition } = file;
  const { startedAt, resolvedAt, events, aftermath } = episode;
  const asksRepeat =
    definition.repeatContact !== 'off' &&
    (isAiResolution(ruling) || isHumanResolution({ outcome: ruling.outcome, resolvedAt }));
  const firstAiAct = events[file.firstAiActIndex] ?? null;

  return {
    ordinal: episode.ordinal,
    openedAt: startedAt,
    resolvedAt,
    outcome: ruling.outcome,
    rule: ruling.rule,
    reason: ruling.reason,
    evidence: RULES_WITH_EVIDENCE.includes(ruling.rule) ? evidenceOf(file) : null,
    firstContact: RULES_WITH_FIRST_CONTACT.includes(ruling.rule) && isFirstContact(file),
    decidedAt: ruling.decidedAt,
    maturesAt: ruling.decidedAt === null ? null : epochMs(ruling.decidedAt + file.windowMs),
    aiAgentId: firstAiAct?.actor.id ?? null,
    confidence: lastConfidence(events),
    isTouchedByUnknown: events.some(
      ({ actor, kind }) => actor.kind === 'unknown' && kind !== 'rated',
    ),
    hasRepeatContact: asksRepeat ? file.hasRepeatContact() : null,
    rating: lastRating([...events, ...aftermath]),
    episodeMs: resolvedAt === null ? null : elapsedMs(startedAt, resolvedAt),
    activeMs: resolvedAt === null ? null : activeMs(episode, resolvedAt),
    businessMs:
      resolvedAt === null || profile.calendar === null
        ? null
        : businessMs(profile.calendar, startedAt, resolvedAt),
    machineMs:
      resolvedAt === null || firstAiAct === null ? null : elapsedMs(firstAiAct.at, resolvedAt),
  };
}

function evidenceOf(file: CaseFile): Evidence {
  if (file.hasVerifiedAction) return 'verified-action';
  return closerOf(file) === 'requester' || isConfirmedByRating(file) ? 'confirmed' : 'assumed';
}

/** Time to resolve without the time in `paused` states. */
function activeMs({ startedAt, events }: Episode, resolvedAt: EpochMs): DurationMs {
  let pausedSince: EpochMs | null = null;
  let pausedMs = 0;
  for (const event of events) {
    if (event.kind !== 'status') continue;
    if (pausedSince !== null) pausedMs += elapsedMs(pausedSince, event.at);
    pausedSince = event.paused ? event.at : null;
  }
  return durationMs(Math.max(0, elapsedMs(startedAt, resolvedAt) - pausedMs));
}

function lastConfidence(events: readonly TicketEvent[]): number | null {
  const run = events.findLast((event) => event.kind === 'agent-run' && event.confidence !== null);
  return run?.kind === 'agent-run' ? run.confidence : null;
}

function lastRating(events: readonly TicketEvent[]): number | null {
  const rated = events.findLast((event) => event.kind === 'rated');
  return rated?.kind === 'rated' ? rated.rating : null;
}
