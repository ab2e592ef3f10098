import { useId } from 'react';

interface SegmentedChoiceProps<Value extends string | number> {
  /** What is chosen, for those who do not see it. */
  readonly legend: string;
  /** null: something that is not among them. */
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** Radio buttons that look like one switch: arrow keys move between the choices. */
export function SegmentedChoice<Value extends string | number>(props: SegmentedChoiceProps<Value>) {
  const { legend, value, choices, onChange } = props;
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="segment">
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className="segment-label">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
