import { OutcomeLozenge } from '../../shared/components/OutcomeLozenge';
import { useTexts } from '../../shared/texts/use-texts';
import { prepareChoices, type ChosenOutcome } from './prepare-override';

interface OutcomeChoiceProps {
  readonly value: ChosenOutcome | null;
  readonly error: string | null;
  readonly onChange: (outcome: ChosenOutcome) => void;
}

const ERROR = 'override-outcome-error';

/** Every outcome that a person can set, with what it means. */
export function OutcomeChoice({ value, error, onChange }: OutcomeChoiceProps) {
  const t = useTexts();
  return (
    <fieldset
      className="field"
      role="radiogroup"
      aria-required
      aria-invalid={error !== null}
      aria-describedby={error === null ? undefined : ERROR}
    >
      <legend className="field-label">{t('ticket.override.outcome')}</legend>
      {prepareChoices(t).map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name="override-outcome"
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <OutcomeLozenge {...choice.lozenge} />
            <span className="field-hint choice-description">{choice.meaning}</span>
          </span>
        </label>
      ))}
      {error !== null && (
        <p id={ERROR} className="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
