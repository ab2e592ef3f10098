import type { TicketVerdict, TicketVerdictEpisode } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { outcomeLook, type LozengeView } from '../shared/prepare/outcome-look';
import { EVIDENCE_WORDS, REASON_WORDS, RULE_SENTENCES, TICKET_TEXTS } from '../shared/ticket-texts';

export interface FactView {
  readonly name: string;
  readonly value: string;
  /** On hover; null when `value` says it all. */
  readonly exact: string | null;
}

export interface EpisodeView {
  readonly key: string;
  readonly title: string;
  readonly span: string;
  readonly lozenge: LozengeView;
  /** "4 d 3 h left" while pending; null otherwise. */
  readonly timeLeft: string | null;
  readonly sentence: string;
  readonly reason: string | null;
  readonly facts: readonly FactView[];
}

const HOUR_MS = 3_600_000;
/** Reasons that only repeat what the rule's sentence says. */
const SAID_BY_RULE: readonly string[] = ['reopened', 'repeat-contact'];

/** @param next - the episode after this one, which a reopening started; null for the last */
export function prepareEpisode(
  episode: TicketVerdictEpisode,
  next: TicketVerdictEpisode | null,
  verdict: TicketVerdict,
  formats: Formats,
): EpisodeView {
  const agent = episode.agent ?? TICKET_TEXTS.theAi;
  const window = formats.duration(verdict.windowHours * HOUR_MS);
  const sentence = RULE_SENTENCES[episode.rule]({
    agent,
    window,
    reopenedAfter: reopenedAfter(episode, next, formats),
    maturesOn: episode.maturesAt === null ? null : formats.date(episode.maturesAt),
  });
  return {
    key: String(episode.ordinal),
    title: TICKET_TEXTS.episode(formats.count(episode.ordinal + 1)),
    span:
      episode.resolvedAt === null
        ? TICKET_TEXTS.openSince(formats.dateTime(episode.openedAt))
        : formats.timeRange(episode.openedAt, episode.resolvedAt),
    lozenge: outcomeLook(episode.outcome),
    timeLeft: timeLeft(episode, verdict, formats),
    sentence,
    reason: reasonOf(episode),
    facts: factsOf(episode, verdict, window, formats),
  };
}

function reopenedAfter(
  { resolvedAt }: TicketVerdictEpisode,
  next: TicketVerdictEpisode | null,
  formats: Formats,
): string | null {
  if (resolvedAt === null || next === null) return null;
  return formats.duration(Date.parse(next.openedAt) - Date.parse(resolvedAt));
}

function timeLeft(
  { outcome, maturesAt }: TicketVerdictEpisode,
  { asOf }: TicketVerdict,
  formats: Formats,
): string | null {
  if (outcome !== 'pending' || maturesAt === null) return null;
  const leftMs = Math.max(0, Date.parse(maturesAt) - Date.parse(asOf));
  return TICKET_TEXTS.left(formats.remaining(leftMs));
}

function reasonOf({ reason }: TicketVerdictEpisode): string | null {
  if (reason === null || reason === '' || SAID_BY_RULE.includes(reason)) return null;
  const words = REASON_WORDS[reason];
  return words === undefined ? TICKET_TEXTS.quoted(reason) : TICKET_TEXTS.because(words);
}

function factsOf(
  episode: TicketVerdictEpisode,
  verdict: TicketVerdict,
  window: string,
  formats: Formats,
): readonly FactView[] {
  const facts: FactView[] = [];
  const add = (name: string, value: string | null, exact: string | null = null): void => {
    if (value !== null) facts.push({ name, value, exact });
  };
  const isAiResolution = episode.outcome === 'ai-resolved' || episode.outcome === 'pending';
  add(TICKET_TEXTS.agent, episode.agent);
  add(TICKET_TEXTS.evidence, episode.evidence === null ? null : EVIDENCE_WORDS[episode.evidence]);
  add(
    TICKET_TEXTS.confidence,
    episode.confidence === null ? null : formats.confidence(episode.confidence),
  );
  // Elsewhere the answer is always no, and would read as a reproach.
  if (isAiResolution) {
    add(TICKET_TEXTS.firstContact, episode.firstContact ? TICKET_TEXTS.yes : TICKET_TEXTS.no);
  }
  if (episode.resolvedAt !== null) {
    const elapsedMs = Date.parse(episode.resolvedAt) - Date.parse(episode.openedAt);
    add(TICKET_TEXTS.resolvedIn, formats.duration(elapsedMs), formats.exactDuration(elapsedMs));
  }
  if (episode.maturesAt !== null) {
    add(
      windowName(episode, verdict),
      formats.dateTime(episode.maturesAt),
      formats.exactTime(episode.maturesAt),
    );
  }
  add(
    TICKET_TEXTS.definition,
    TICKET_TEXTS.definitionVersion(formats.count(verdict.definitionVersion), window),
  );
  return facts;
}

function windowName({ outcome, maturesAt }: TicketVerdictEpisode, { asOf }: TicketVerdict): string {
  if (maturesAt !== null && Date.parse(maturesAt) <= Date.parse(asOf)) {
    return TICKET_TEXTS.windowEnded;
  }
  return outcome === 'pending' ? TICKET_TEXTS.countsOn : TICKET_TEXTS.windowEnds;
}
