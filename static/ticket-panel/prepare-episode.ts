import type { TicketVerdict, TicketVerdictEpisode } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { outcomeLook, type LozengeView } from '../shared/prepare/outcome-look';
import type { TextKey } from '../shared/texts/text-keys';
import type { Texts } from '../shared/texts/texts';
import { overriddenBy, overrideFacts, type AccountNames } from './override-facts';
import { reasonWords } from '../shared/texts/reason-words';
import { handOffSentence } from './hand-off-sentence';
import { ruleSentence } from './rule-sentence';

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
  /** Where it is on its way to people; null when it was not handed off. */
  readonly handOff: string | null;
  readonly facts: readonly FactView[];
}

interface Surroundings {
  /** The episode after this one, which a reopening started; null for the last. */
  readonly next: TicketVerdictEpisode | null;
  readonly verdict: TicketVerdict;
  readonly names: AccountNames;
}

const HOUR_MS = 3_600_000;
/** Reasons that only repeat what the rule's sentence says. */
const SAID_BY_RULE: readonly string[] = ['reopened', 'repeat-contact'];

export function prepareEpisode(
  episode: TicketVerdictEpisode,
  { next, verdict, names }: Surroundings,
  formats: Formats,
): EpisodeView {
  const { t } = formats;
  const window = formats.duration(verdict.windowHours * HOUR_MS);
  const facts = {
    agent: episode.agent ?? t('ticket.theAi'),
    window,
    reopenedAfter: reopenedAfter(episode, next, formats),
    maturesOn: episode.maturesAt === null ? null : formats.date(episode.maturesAt),
    setBy: overriddenBy(episode, names, t),
    setOn: episode.override === null ? null : formats.date(episode.override.at),
  };
  return {
    key: String(episode.ordinal),
    title: t('ticket.episode', { ordinal: episode.ordinal + 1 }),
    span:
      episode.resolvedAt === null
        ? t('ticket.openSince', { from: formats.dateTime(episode.openedAt) })
        : formats.timeRange(episode.openedAt, episode.resolvedAt),
    lozenge: outcomeLook(episode.outcome, t),
    timeLeft: timeLeft(episode, verdict, formats),
    sentence: ruleSentence(episode.rule, facts, t),
    reason: reasonOf(episode, t),
    handOff: episode.handOff === null ? null : handOffSentence(episode.handOff, formats),
    facts: [
      ...overrideFacts(episode, names, formats),
      ...factsOf(episode, verdict, window, formats),
    ],
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
  return formats.t('ticket.left', { remaining: formats.remaining(leftMs) });
}

function reasonOf({ reason, handOff }: TicketVerdictEpisode, t: Texts): string | null {
  // The line about the hand-off says it.
  if (handOff?.reason === reason) return null;
  if (reason === null || reason === '' || SAID_BY_RULE.includes(reason)) return null;
  const words = reasonWords(reason, t);
  return words === null ? t('ticket.quoted', { reason }) : t('ticket.because', { reason: words });
}

function factsOf(
  episode: TicketVerdictEpisode,
  verdict: TicketVerdict,
  window: string,
  formats: Formats,
): readonly FactView[] {
  const { t } = formats;
  const facts: FactView[] = [];
  const add = (name: TextKey, value: string | null, exact: string | null = null): void => {
    if (value !== null) facts.push({ name: t(name), value, exact });
  };
  const isAiResolution = episode.outcome === 'ai-resolved' || episode.outcome === 'pending';
  add('ticket.fact.agent', episode.agent);
  add('ticket.fact.evidence', episode.evidence === null ? null : t(`evidence.${episode.evidence}`));
  add('ticket.fact.confidence', confidenceOf(episode, formats));
  // Elsewhere the answer is always no, and would read as a reproach.
  if (isAiResolution) {
    add(
      'ticket.fact.firstContact',
      t(episode.firstContact ? 'ticket.isFirstContact' : 'ticket.isNotFirstContact'),
    );
  }
  if (episode.resolvedAt !== null) {
    const elapsedMs = Date.parse(episode.resolvedAt) - Date.parse(episode.openedAt);
    add('ticket.fact.resolvedIn', formats.duration(elapsedMs), formats.exactDuration(elapsedMs));
  }
  if (episode.maturesAt !== null) {
    add(
      windowName(episode, verdict),
      formats.dateTime(episode.maturesAt),
      formats.exactTime(episode.maturesAt),
    );
  }
  add(
    'ticket.fact.definition',
    t('ticket.definitionVersion', { version: verdict.definitionVersion, window }),
  );
  return facts;
}

/** "62 % (threshold 80 %)"; null when neither a run nor a hand-off has anything to say of it. */
function confidenceOf(
  { confidence, threshold, handOff }: TicketVerdictEpisode,
  { t, confidence: perCent }: Formats,
): string | null {
  if (confidence === null && handOff?.reason !== 'no-confidence') return null;
  const told = confidence === null ? t('ticket.confidenceNotReported') : perCent(confidence);
  if (threshold === null) return told;
  return t('ticket.confidenceOf', { confidence: told, threshold: perCent(threshold) });
}

function windowName(
  { outcome, maturesAt }: TicketVerdictEpisode,
  { asOf }: TicketVerdict,
): TextKey {
  if (maturesAt !== null && Date.parse(maturesAt) <= Date.parse(asOf)) {
    return 'ticket.fact.windowEnded';
  }
  return outcome === 'pending' ? 'ticket.fact.countsOn' : 'ticket.fact.windowEnds';
}
