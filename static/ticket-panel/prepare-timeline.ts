import type { TicketVerdict } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { stepSentence } from './step-sentence';

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
          : formats.t('ticket.after', { duration: formats.duration(elapsedMs) }),
      exact: formats.exactTime(step.at),
      iso: step.at,
      sentence: stepSentence(step, formats.t),
      isAi: step.who === 'ai-agent',
      isStart,
    };
  });
}
