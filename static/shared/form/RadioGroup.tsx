import { useId, type ReactNode } from 'react';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means. */
  readonly description?: string;
}

interface RadioGroupProps<Value extends string> {
  readonly legend: ReactNode;
  readonly value: Value | null;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  /** For groups whose legend a heading shows already. */
  readonly isLegendHidden?: boolean;
  /** Side by side, for a few short ones. */
  readonly isInline?: boolean;
}

/** One of a few, each with what it means: arrow keys move between them. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, value, choices, onChange, isLegendHidden = false, isInline = false } = props;
  const name = useId();
  return (
    <fieldset className={isInline ? 'choices choices-inline' : 'choices'}>
      <legend className={isLegendHidden ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.description !== undefined && (
              <span className="field-hint choice-description">{choice.description}</span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
