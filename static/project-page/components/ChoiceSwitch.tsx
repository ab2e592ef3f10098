import { useId } from 'react';

export interface Choice<Value extends string | number> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceSwitchProps<Value extends string | number> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  /** null: something that is not among them. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** Radio buttons that look like one switch: arrow keys move between the choices. */
export function ChoiceSwitch<Value extends string | number>(props: ChoiceSwitchProps<Value>) {
  const { legend, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="switch-option">
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className="switch-label">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
