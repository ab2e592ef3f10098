import type { HandOffView } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { handOffProblemWords } from '../shared/texts/hand-off-problem-words';
import { reasonWords } from '../shared/texts/reason-words';

/** Where the ticket is on its way from the agent to people. */
export function handOffSentence(
  { at, reason, state, problem }: HandOffView,
  { t, dateTime }: Formats,
): string {
  const facts = { time: dateTime(at), reason: reasonWords(reason, t) ?? reason };
  if (state === 'waiting') {
    return t('ticket.handOff.waiting', { ...facts, problem: handOffProblemWords(problem, t) });
  }
  return t(`ticket.handOff.${state}`, facts);
}
