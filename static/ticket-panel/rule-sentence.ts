import type { RuleName } from '../../src/contract';
import type { Texts } from '../shared/texts/texts';

/** What a rule's sentence may mention, already in the viewer's words. */
export interface RuleFacts {
  /** Name of the agent, or "The AI". */
  readonly agent: string;
  /** The window: "7 d". */
  readonly window: string;
  /** Time from the resolution to the reopening; null when it was not reopened. */
  readonly reopenedAfter: string | null;
  /** When the window ends; null when nothing is decided. */
  readonly maturesOn: string | null;
  /** Who set the outcome by hand: a name, or "A person". */
  readonly setBy: string;
  /** When; null when it is not known, or was not set by hand. */
  readonly setOn: string | null;
}

/** Every rule of the rule book as a sentence for the person who reads the ticket. */
export function ruleSentence(
  rule: RuleName,
  { agent, window, reopenedAfter, maturesOn, setBy, setOn }: RuleFacts,
  t: Texts,
): string {
  if (rule === 'reopened' && reopenedAfter !== null) {
    return t('ruleInTime.reopened', { agent, time: reopenedAfter });
  }
  if (rule === 'pending' && maturesOn !== null) {
    return t('ruleInTime.pending', { agent, time: maturesOn });
  }
  if (rule === 'overridden' && setOn !== null) {
    return t('ruleInTime.overridden', { who: setBy, time: setOn });
  }
  return t(`rule.${rule}`, { agent, window });
}
