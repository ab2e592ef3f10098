import type { TicketStep, TicketVerdict } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { ACTOR_WORDS, REASON_WORDS, STEP_TEXTS, TICKET_TEXTS } from '../shared/ticket-texts';

export interface StepView {
  readonly key: string;
  /** The opening's date and time, then "+40 s". */
  readonly when: string;
  readonly exact: string;
  readonly iso: string;
  readonly sentence: string;
  readonly isAi: boolean;
  /** Starts an episode: drawn with more air above. */
  readonly isStart: boolean;
}

/** The steps in their order, timed from the start of the episode that each belongs to. */
export function prepareTimeline(
  { steps, episodes }: TicketVerdict,
  formats: Formats,
): readonly StepView[] {
  const startOf = new Map(episodes.map(({ ordinal, openedAt }) => [ordinal, Date.parse(openedAt)]));
  return steps.map((step, index) => {
    const isStart = step.what === 'opened' || step.what === 'reopened';
    const startMs = startOf.get(step.episode);
    const elapsedMs = startMs === undefined ? null : Date.parse(step.at) - startMs;
    return {
      key: `${step.at}#${String(index)}`,
      when:
        isStart || elapsedMs === null || elapsedMs < 0
          ? formats.shortDateTime(step.at)
          : TICKET_TEXTS.after(formats.duration(elapsedMs)),
      exact: formats.exactTime(step.at),
      iso: step.at,
      sentence: `${actorOf(step)} ${STEP_TEXTS[step.what](detailOf(step))}`,
      isAi: step.who === 'ai-agent',
      isStart,
    };
  });
}

const actorOf = ({ who, agent }: TicketStep): string => agent ?? ACTOR_WORDS[who];

const detailOf = ({ detail }: TicketStep): string | null =>
  detail === null ? null : (REASON_WORDS[detail] ?? detail);
