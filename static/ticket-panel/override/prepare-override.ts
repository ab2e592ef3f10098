import type { Outcome, OverrideOutcomeInput, TicketVerdict } from '../../../src/contract';
import { OUTCOMES } from '../../../src/contract/catalogue';
import { outcomeLook, type LozengeView } from '../../shared/prepare/outcome-look';
import type { Texts } from '../../shared/texts/texts';

export type ChosenOutcome = OverrideOutcomeInput['outcome'];

export interface OutcomeChoiceView {
  readonly value: ChosenOutcome;
  readonly lozenge: LozengeView;
  readonly meaning: string;
}

/** Characters of a reason, as the contract takes them. */
export const REASON_LENGTH = { min: 3, max: 200 } as const;

/** What a person can say became of a ticket: nobody can set it open or pending. */
export const prepareChoices = (t: Texts): readonly OutcomeChoiceView[] =>
  OUTCOMES.filter(isChoice).map((value) => ({
    value,
    lozenge: outcomeLook(value, t),
    meaning: t(`outcome.meaning.${value}`),
  }));

export interface OverrideErrors {
  readonly outcome: string | null;
  readonly reason: string | null;
}

/** What is wrong with a form, null for each part that is well. */
export function errorsOf(outcome: ChosenOutcome | null, reason: string, t: Texts): OverrideErrors {
  return {
    outcome: outcome === null ? t('ticket.override.chooseOutcome') : null,
    reason: reasonError(reason.trim().length, t),
  };
}

function reasonError(length: number, t: Texts): string | null {
  const { min, max } = REASON_LENGTH;
  if (length < min) return t('ticket.override.tooShort', { min });
  return length > max ? t('ticket.override.tooLong', { max }) : null;
}

/** What came of it, for the line that is read out. */
export function saidOf(how: 'saved' | 'undone', { episodes }: TicketVerdict, t: Texts): string {
  const outcome = t(`outcome.label.${episodes.at(-1)?.outcome ?? 'open'}`);
  return t(`ticket.override.${how}`, { outcome });
}

const isChoice = (outcome: Outcome): outcome is ChosenOutcome =>
  outcome !== 'open' && outcome !== 'pending';
